package cabildo.app.demo;

import cabildo.instruments.Definition;
import cabildo.instruments.ReadDefinition;
import cabildo.kernel.Lang;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// Studies with their phases, what they ask, and invented answers.
final class LoadStudies {
  private static final int SHARE_OF_DAY = 10;

  private final World world;
  private final Map<String, Version> versions;

  /// The first version of a shipped instrument.
  record Version(String slug, UUID id, JsonNode definition) {}

  LoadStudies(World world, Map<String, Version> versions) {
    this.world = world;
    this.versions = versions;
  }

  void load() {
    Item.of("studies").forEach(this::study);
  }

  private void study(Item study) {
    History.Hand hand = world.hand(study.text("by"));
    String slug = study.text("slug");
    Instant addedAt = world.at(study.date("addedOn"), SHARE_OF_DAY);
    UUID aboutId = world.id(study.text("about"));
    UUID id =
        world.subject(
            study.text("key"), "study", aboutId, "/studies/" + slug, study.words("title"), addedAt);
    world
        .row("studies.study")
        .with("id", id)
        .with("slug", slug)
        .with("title", study.words("title"))
        .with("question", study.words("question"))
        .with("territory_id", world.id(study.text("territory")))
        .with("organisation_id", world.id(study.text("organisation")))
        .with("plan_id", world.idOrNull(study.textOrNull("plan")))
        .with("about_id", aboutId)
        .with("invented", study.is("invented"))
        .with("version", 0);
    world.history.write(addedAt, hand, "study.added", id, Map.of());
    study.items("components").forEach(component -> component(study, id, slug, component, addedAt));
    phases(study, id, hand);
  }

  private void phases(Item study, UUID id, History.Hand hand) {
    Item dates = study.get("phases");
    for (String phase : new String[] {"registered", "opened", "closed", "published"}) {
      LocalDate day = dates.dateOrNull(phase);
      if (day != null) {
        Instant at = world.at(day, SHARE_OF_DAY);
        world
            .row("studies.phase")
            .with("study_id", id)
            .with("phase", phase)
            .with("entered_at", at)
            .with("entered_by", hand.id())
            .with("entered_by_name", hand.name());
        world.history.write(at, hand, "study.phase.entered", id, Map.of("phase", phase));
      }
    }
  }

  private void component(Item study, UUID studyId, String slug, Item component, Instant addedAt) {
    Version version = version(component.text("instrument"));
    String perspective = component.text("perspective");
    UUID id =
        world.subject(
            study.text("key") + "-" + perspective,
            "study_component",
            studyId,
            "/studies/" + slug + "/" + perspective,
            study.words("title"),
            addedAt);
    world
        .row("studies.component")
        .with("id", id)
        .with("study_id", studyId)
        .with("perspective", perspective)
        .with("version_id", version.id())
        .with("form_id", component.text("formId"));
    if (perspective.equals("citizen") && study.has("coverage")) {
      volunteers(study, id, ReadDefinition.read(version.definition()));
    }
    if (perspective.equals("citizen") && study.has("sample")) {
      new LoadSample(world, study, studyId, id).load(ReadDefinition.read(version.definition()));
    }
  }

  private Version version(String slug) {
    Version version = versions.get(slug);
    if (version == null) {
      throw new IllegalStateException("no instrument " + slug);
    }
    return version;
  }

  /// As many as the table of coverage says, municipality by municipality.
  private void volunteers(Item study, UUID componentId, Definition definition) {
    LocalDate opened = study.get("phases").date("opened");
    InventedAnswers answers = new InventedAnswers(definition, study.text("seed").hashCode());
    Map<String, Integer> counts = counts(study.text("coverage"));
    counts.forEach((code, n) -> {
      double openness = 0.25 + 0.5 * answers.next();
      for (int i = 0; i < n; i++) {
        LocalDate day = opened.plusDays((long) (53 * answers.next()));
        submission(world, componentId, "volunteer", "web", "abierta-" + code + "-" + (i + 1))
            .with("territory_id", world.id(code))
            .with("received_at", world.at(day, 9 + i % 12))
            .with("answers", json(answers.of(openness, code)));
      }
    });
  }

  static cabildo.app.InBulk.Row submission(
      World world, UUID componentId, String stream, String mode, String instanceId) {
    return world
        .row("studies.submission")
        .with("component_id", componentId)
        .with("stream", stream)
        .with("mode", mode)
        .with("instance_id", instanceId)
        .with("language", Lang.ES)
        .with(
            "sha256",
            "\\x"
                + cabildo.instruments.Digest.of(
                    (componentId + instanceId).getBytes(StandardCharsets.UTF_8)));
  }

  static JsonNode json(Map<String, String> answers) {
    return cabildo.db.Json.mapper().valueToTree(answers);
  }

  private static Map<String, Integer> counts(String file) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    try (var lines = CsvReader.builder().ofNamedCsvRecord(text("demo/" + file))) {
      lines.forEach(line -> {
        int n = Integer.parseInt(line.getField("respuestas_ciudadanas"));
        if (n > 0) {
          counts.put(line.getField("clave"), n);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counts;
  }

  private static String text(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
