package cabildo.studies.submissions;

import java.util.Locale;

/// By which way answers came in.
public enum Mode {
  WEB,
  /// Through the OpenRosa interface.
  PHONE,
  /// Keyed in from a sheet, twice.
  PAPER,
  /// Imported from a file.
  FILE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
