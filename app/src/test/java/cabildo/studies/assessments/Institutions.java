package cabildo.studies.assessments;

import cabildo.instruments.Instruments;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.members.Organisations;
import cabildo.members.Territories;
import cabildo.plans.Plans;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import org.springframework.boot.test.context.TestComponent;

/// A study that asks institutions. Beto runs it; Iris and Mateo evaluate; Ana answers for Toluca.
@TestComponent
public class Institutions {
  public static final String SLUG = "instituciones-2026";
  public static final String PATH = "/en/studies/" + SLUG;

  private final Instruments instruments;
  private final Versions versions;
  private final Studies studies;
  private final Components components;
  private final Phases phases;
  private final Territories territories;
  private final Organisations organisations;
  private final Plans plans;

  Institutions(
      Instruments instruments,
      Versions versions,
      Studies studies,
      Components components,
      Phases phases,
      Territories territories,
      Organisations organisations,
      Plans plans) {
    this.instruments = instruments;
    this.versions = versions;
    this.studies = studies;
    this.components = components;
    this.phases = phases;
    this.territories = territories;
    this.organisations = organisations;
    this.plans = plans;
  }

  public Study study() {
    Study study =
        new Study(
            Ids.next(),
            SLUG,
            LocalText.both("Estudio de instituciones", "Study of institutions"),
            LocalText.both("¿Qué tan abiertos son?", "How open are they?"),
            territories.findByCode("15").orElseThrow().id(),
            organisations.get("infoem").id(),
            plans.all().stream()
                .filter(plan -> plan.slug().contains("edomex-2021"))
                .findFirst()
                .orElseThrow()
                .id(),
            null,
            true,
            0);
    studies.add(Actor.program(), study);
    var instrument = instruments.get("opening-institutions");
    components.add(
        Actor.program(),
        study,
        Perspective.INSTITUTION,
        versions.of(instrument.id()).getFirst(),
        "instituciones_2026");
    return study;
  }

  public void publish(Study study) {
    for (Phase.Name phase : Phase.Name.values()) {
      phases.enter(Actor.program(), study, phase);
    }
  }
}
