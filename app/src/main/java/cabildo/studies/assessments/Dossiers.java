package cabildo.studies.assessments;

import cabildo.instruments.CompiledForm;
import cabildo.instruments.Versions;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.GovernmentSide;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import java.time.Clock;
import java.time.OffsetDateTime;

/// Lays open what belongs to one assessment.
@org.springframework.stereotype.Component
public class Dossiers {
  private final Studies studies;
  private final Components components;
  private final Phases phases;
  private final Versions versions;
  private final Assessments assessments;
  private final Territories territories;
  private final GovernmentSide sides;
  private final Clock clock;

  Dossiers(
      Studies studies,
      Components components,
      Phases phases,
      Versions versions,
      Assessments assessments,
      Territories territories,
      GovernmentSide sides,
      Clock clock) {
    this.studies = studies;
    this.components = components;
    this.phases = phases;
    this.versions = versions;
    this.assessments = assessments;
    this.territories = territories;
    this.sides = sides;
    this.clock = clock;
  }

  /// @param place the slug of the municipality
  Dossier get(String slug, String place) {
    Study study = studies.get(slug);
    Component component = component(study);
    Territory territory = territories.get(place);
    Assessment assessment =
        assessments.find(component.id(), territory.id()).orElseThrow(Problem::notFound);
    return of(study, component, assessment);
  }

  Dossier of(Assessment assessment) {
    Component component = components.get(assessment.componentId());
    return of(studies.get(component.studyId()), component, assessment);
  }

  private Dossier of(Study study, Component component, Assessment assessment) {
    CompiledForm form = versions.compiled(component.versionId());
    return new Dossier(
        study,
        assessment,
        form,
        Section.of(form.definition()),
        sides.of(assessment.territoryId()),
        phases.has(study.id(), Phase.Name.PUBLISHED),
        OffsetDateTime.now(clock));
  }

  /// The side of a study that institutions answer; `NotFound` where it has none.
  Component component(Study study) {
    return components.find(study.id(), Perspective.INSTITUTION).orElseThrow(Problem::notFound);
  }
}
