package cabildo.statistics.estimate;

import org.jspecify.annotations.Nullable;

/// A confidence interval in the units of its estimate; an undefined end is `null`.
///
/// @param low lower end
/// @param high upper end
public record Interval(@Nullable Double low, @Nullable Double high) {
  /// An interval that could not be formed.
  public static final Interval NONE = new Interval(null, null);

  /// An interval whose undefined ends become `null`.
  public static Interval of(double low, double high) {
    return new Interval(
        cabildo.statistics.Numbers.orNull(low), cabildo.statistics.Numbers.orNull(high));
  }

  /// Both ends exist.
  public boolean exists() {
    return low != null && high != null;
  }

  /// high - low, or NaN.
  public double width() {
    return low == null || high == null ? Double.NaN : high - low;
  }
}
