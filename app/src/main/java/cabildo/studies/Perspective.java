package cabildo.studies;

import java.util.Locale;

/// Whose eyes a component of a study looks through.
public enum Perspective {
  /// Institutions answer for themselves, with evidence.
  INSTITUTION,
  /// A reviewer reads what is published.
  DESK,
  /// Trained people ask as citizens would.
  SIMULATED,
  /// Citizens say what they met.
  CITIZEN;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
