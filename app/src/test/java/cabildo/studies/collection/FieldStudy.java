package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Instrument;
import cabildo.instruments.Instruments;
import cabildo.instruments.Version;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.ledger.Subjects;
import cabildo.members.Organisations;
import cabildo.members.Territories;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A study in the field, with Toluca as unit 1 and Metepec as unit 2 of its sample. Beto runs it.
@Component
public class FieldStudy {
  public static final String SLUG = "campo-2026";
  public static final String PATH = "/en/studies/" + SLUG;

  private final Database database;
  private final Instruments instruments;
  private final Versions versions;
  private final Studies studies;
  private final Components components;
  private final Phases phases;
  private final Territories territories;
  private final Organisations organisations;
  private final Subjects subjects;
  private final Notices notices;

  FieldStudy(
      Database database,
      Instruments instruments,
      Versions versions,
      Studies studies,
      Components components,
      Phases phases,
      Territories territories,
      Organisations organisations,
      Subjects subjects,
      Notices notices) {
    this.database = database;
    this.instruments = instruments;
    this.versions = versions;
    this.studies = studies;
    this.components = components;
    this.phases = phases;
    this.territories = territories;
    this.organisations = organisations;
    this.subjects = subjects;
    this.notices = notices;
  }

  /// Not drawn, not opened, without a notice.
  public CitizenSide planned() {
    var title = LocalText.both("Estudio de campo", "Field study");
    Study study =
        new Study(
            Ids.next(),
            SLUG,
            title,
            LocalText.both("¿Qué tan abierto es?", "How open is it?"),
            territories.findByCode("15").orElseThrow().id(),
            organisations.get("infoem").id(),
            null,
            null,
            true,
            0);
    studies.add(Actor.program(), study);
    Version version = version("questionnaire.json");
    return new CitizenSide(
        study,
        components.add(
            Actor.program(), study, Perspective.CITIZEN, version, "campo_" + version.number()));
  }

  /// Drawn, with a notice, and opened.
  public CitizenSide open() {
    CitizenSide side = planned();
    draw(side.study());
    notice(side.study());
    enter(side.study(), Phase.Name.REGISTERED);
    enter(side.study(), Phase.Name.OPENED);
    return side;
  }

  public void enter(Study study, Phase.Name phase) {
    phases.enter(Actor.program(), study, phase);
  }

  public void notice(Study study) {
    notices.publish(
        Actor.program(),
        study,
        1,
        LocalText.both("Sus datos están a salvo.", "Your data are safe."),
        LocalText.both("Todo sobre sus datos.", "All about your data."));
  }

  private Version version(String file) {
    Instrument instrument =
        instruments.add(Actor.program(), LocalText.both("Prueba", "Trial"), null, null);
    Version draft = versions.draft(Actor.program(), instrument, Json.read(read(file)));
    versions.publish(Actor.program(), draft);
    return versions.get(draft.id());
  }

  private static String read(String file) {
    try (var stream = FieldStudy.class.getResourceAsStream("/cabildo/studies/" + file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void draw(Study study) {
    UUID frame =
        subjects.register("study_frame", study.id(), study.path() + "/frame", study.title());
    UUID plan = subjects.register("study_plan", study.id(), study.path() + "/plan", study.title());
    database
        .sql(
            """
            insert into studies.frame (id, study_id, number, source, reference_on, coverage, sha256,
              taken_at) values (:id, :study, 1, '{"es":"Censo"}', '2020-03-15', 1, 'x', now())
            """)
        .with("id", frame)
        .with("study", study.id())
        .change();
    database
        .sql(
            """
            insert into studies.plan (id, study_id, frame_id, template, terms)
            values (:id, :study, :frame, 'every_municipality', '{}')
            """)
        .with("id", plan)
        .with("study", study.id())
        .with("frame", frame)
        .change();
    unit(plan, 1, "15106", "Toluca");
    unit(plan, 2, "15054", "Metepec");
  }

  private void unit(UUID plan, int number, String code, String name) {
    database
        .sql(
            """
            insert into studies.sampled_unit (plan_id, number, code, name, territory_id, stratum,
              size, probability, weight, completes, invitations)
            values (:plan, :number, :code, :name, :territory, 'large', 1000, 1, 10, 2, 4)
            """)
        .with("plan", plan)
        .with("number", number)
        .with("code", code)
        .with("name", name)
        .with("territory", territories.findByCode(code).orElseThrow().id())
        .change();
  }
}
