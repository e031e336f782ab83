package cabildo.studies.collection;

import cabildo.statistics.nonresponse.Disposition;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What came of trying to reach somebody who has not answered, in the words of AAPOR's Standard
/// Definitions.
public enum Outcome {
  REFUSED(Disposition.R),
  /// Lives there, and was never met.
  NOT_REACHED(Disposition.NC),
  /// Met, and could not answer: language, illness, absence.
  UNABLE(Disposition.O),
  /// Nobody knows whether anybody lives there.
  UNKNOWN_HOUSEHOLD(Disposition.UH),
  /// A household, and nobody knows whether it has somebody who may answer.
  UNKNOWN_PERSON(Disposition.UO),
  /// Empty or no dwelling, or nobody of age.
  NOT_ELIGIBLE(Disposition.NE);

  private final Disposition disposition;

  Outcome(Disposition disposition) {
    this.disposition = disposition;
  }

  public Disposition disposition() {
    return disposition;
  }

  static Optional<Outcome> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
