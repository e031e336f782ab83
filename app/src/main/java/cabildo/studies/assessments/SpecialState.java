package cabildo.studies.assessments;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an item has no value. None of these is a zero, and none is silence.
public enum SpecialState {
  /// With the legal ground.
  NOT_APPLICABLE,
  /// The institution has nothing to tell, and says why.
  NOT_REPORTED,
  /// It could not be opened; with the day of the next try.
  NOT_ACCESSIBLE,
  REFUSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The message with its name.
  public String key() {
    return "studies.assessments.state." + code();
  }

  static Optional<SpecialState> of(String code) {
    return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst();
  }
}
