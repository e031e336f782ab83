package cabildo.statistics.disclosure;

/// Whether a percentage and its base may be shown.
public final class SafeShare {
  /// Respondents per published cell.
  public static final int THRESHOLD = 5;

  /// Respondents per published cell of a sensitive item.
  public static final int SENSITIVE_THRESHOLD = 10;

  private SafeShare() {}

  /// Base, attribute and complement reach the threshold, or are empty without revealing that a
  /// whole group answered alike.
  ///
  /// @param count respondents with the attribute
  /// @param base respondents asked
  /// @param zeroMayBeShown whether unanimity reveals nothing
  public static boolean mayShow(int count, int base, int threshold, boolean zeroMayBeShown) {
    if (base < threshold || count < 0 || count > base) {
      return false;
    }
    int complement = base - count;
    boolean countSafe = count >= threshold || (count == 0 && zeroMayBeShown);
    boolean complementSafe = complement >= threshold || (complement == 0 && zeroMayBeShown);
    return countSafe && complementSafe;
  }
}
