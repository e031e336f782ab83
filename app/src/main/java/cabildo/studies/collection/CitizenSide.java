package cabildo.studies.collection;

import cabildo.studies.Component;
import cabildo.studies.Study;

/// A study with the component that citizens answer.
public record CitizenSide(Study study, Component component) {

  public String path() {
    return study.path();
  }
}
