package cabildo.studies.openrosa;

import cabildo.studies.Component;
import cabildo.studies.Study;

/// A collector with everything that an exchange asks about: the study, the form of this phone, and
/// whether answers are taken.
record Field(
    Collector collector, Study study, Component component, PhoneForm form, Standing standing) {

  enum Standing {
    /// Phones may be set up; answers are not taken yet.
    NOT_OPEN,
    OPEN,
    CLOSED
  }
}
