package cabildo.studies.results;

import cabildo.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/// What is said of one choice of an item.
///
/// @param n respondents who gave it
/// @param share estimated share of the population, 0 to 1; of volunteers, of those who answered
/// @param low lower end of the interval; absent for volunteers
/// @param isWithheld whether so few gave it that nothing is shown
public record Figure(
    String choice,
    LocalText label,
    long n,
    @Nullable Double share,
    @Nullable Double se,
    @Nullable Double low,
    @Nullable Double high,
    boolean isWithheld) {

  public boolean hasInterval() {
    return low != null && high != null;
  }

  /// For pictures 100 wide.
  public double at() {
    return share == null ? 0 : 100 * share;
  }

  public double from() {
    return low == null ? at() : 100 * low;
  }

  public double to() {
    return high == null ? at() : 100 * high;
  }
}
