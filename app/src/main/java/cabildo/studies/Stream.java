package cabildo.studies;

import java.util.Locale;

/// How respondents came to be asked. A volunteer never becomes anything else.
public enum Stream {
  /// Drawn, with a known probability.
  PROBABILITY,
  /// Came by themselves, through an open link.
  VOLUNTEER;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
