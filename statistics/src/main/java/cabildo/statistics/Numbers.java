package cabildo.statistics;

import org.jspecify.annotations.Nullable;

/// Turns working arithmetic into answers: an undefined number leaves the package as `null`.
public final class Numbers {
  private Numbers() {}

  /// The value, or `null` when it is NaN or infinite.
  public static @Nullable Double orNull(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  /// The value, or NaN when it is `null`, for arithmetic that carries absence along.
  public static double orNaN(@Nullable Double value) {
    return value == null ? Double.NaN : value;
  }

  /// Refuses a proportion outside [0, 1].
  public static double proportion(double value, String name) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be between 0 and 1, but is " + value);
    }
    return value;
  }

  /// Refuses a confidence level outside (0, 1).
  public static double level(double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException("level must be inside (0, 1), but is " + value);
    }
    return value;
  }

  /// Refuses what is not above zero.
  public static double positive(double value, String name) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be above 0, but is " + value);
    }
    return value;
  }
}
