package cabildo.studies.collection;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;

/// Which studies ask citizens, and whether they may be asked now.
@org.springframework.stereotype.Component
public class CitizenSides {
  private final Studies studies;
  private final Components components;
  private final Phases phases;

  CitizenSides(Studies studies, Components components, Phases phases) {
    this.studies = studies;
    this.components = components;
    this.phases = phases;
  }

  /// For an officer who may run the study; `Conflict` when it asks no citizens.
  public CitizenSide forOfficer(Actor actor, String slug) {
    return side(studies.forOfficer(actor, slug));
  }

  /// For anybody.
  public CitizenSide get(String slug) {
    return side(studies.get(slug));
  }

  public CitizenSide of(Component component) {
    return new CitizenSide(studies.get(component.studyId()), component);
  }

  public CitizenSide of(java.util.UUID componentId) {
    return of(components.get(componentId));
  }

  private CitizenSide side(Study study) {
    return components
        .find(study.id(), Perspective.CITIZEN)
        .map(component -> new CitizenSide(study, component))
        .orElseThrow(() -> Problem.conflict("studies.collection.noComponent"));
  }

  /// Whether answers are taken now.
  public boolean isOpen(CitizenSide side) {
    return phases.isOpen(side.study().id());
  }

  public boolean isClosed(CitizenSide side) {
    return phases.has(side.study().id(), Phase.Name.CLOSED);
  }

  /// `Conflict` once fieldwork was closed.
  public void mustBeBeforeTheEnd(CitizenSide side) {
    if (isClosed(side)) {
      throw Problem.conflict("studies.collection.closed");
    }
  }

  /// `Conflict` unless answers are taken now.
  public void mustBeOpen(CitizenSide side) {
    mustBeBeforeTheEnd(side);
    if (!isOpen(side)) {
      throw Problem.conflict("studies.collection.notOpen");
    }
  }
}
