package cabildo.members;

import java.util.Locale;

/// A part of a whole, both counted.
public record Share(long part, long whole) {

  /// `53.9%`; a dash where there is no whole.
  public String percent() {
    return whole == 0 ? "–" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
