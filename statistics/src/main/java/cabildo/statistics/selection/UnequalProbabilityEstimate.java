package cabildo.statistics.selection;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import org.jspecify.annotations.Nullable;

/// Total and mean of one draw with unequal probabilities, w = 1/π.
///
/// With replacement: V = n/(n-1) Σ(u-ū)², conservative and the default. Brewer (2002): V = n/(n-1)
/// Σ(1-π)(u-ū)². Overton's approximation is not offered: it went negative on a reference case.
///
/// @param status `OK`, `NO_DATA`, or `VARIANCE_NOT_ESTIMABLE` with a single unit
/// @param total Σ y/π
/// @param seTotal its standard error
/// @param mean Σ(y/π)/Σ(1/π)
/// @param seMean its standard error
public record UnequalProbabilityEstimate(
    Status status,
    @Nullable Double total,
    @Nullable Double seTotal,
    @Nullable Double mean,
    @Nullable Double seMean) {
  /// Which variance.
  public enum Variance {
    /// As if drawn with replacement.
    WITH_REPLACEMENT,
    /// Brewer's approximation for fixed size without replacement.
    BREWER
  }

  /// Estimates from values and inclusion probabilities of the drawn units.
  public static UnequalProbabilityEstimate of(double[] y, double[] pi, Variance variance) {
    int n = y.length;
    double total = 0;
    double size = 0;
    for (int k = 0; k < n; k++) {
      if (!(pi[k] > 0 && pi[k] <= 1)) {
        throw new IllegalArgumentException("probabilities must be in (0, 1], but one is " + pi[k]);
      }
      total += y[k] / pi[k];
      size += 1 / pi[k];
    }
    if (n == 0) {
      return new UnequalProbabilityEstimate(Status.NO_DATA, null, null, null, null);
    }
    double mean = total / size;
    double[] forTotal = new double[n];
    double[] forMean = new double[n];
    for (int k = 0; k < n; k++) {
      forTotal[k] = y[k] / pi[k];
      forMean[k] = (y[k] - mean) / pi[k] / size;
    }
    return new UnequalProbabilityEstimate(
        n > 1 ? Status.OK : Status.VARIANCE_NOT_ESTIMABLE,
        total,
        Numbers.orNull(Math.sqrt(variance(forTotal, pi, variance))),
        mean,
        Numbers.orNull(Math.sqrt(variance(forMean, pi, variance))));
  }

  private static double variance(double[] u, double[] pi, Variance variance) {
    double n = u.length;
    double mean = 0;
    for (double value : u) {
      mean += value / n;
    }
    double sum = 0;
    for (int k = 0; k < u.length; k++) {
      double left =
          switch (variance) {
            case WITH_REPLACEMENT -> 1;
            case BREWER -> 1 - pi[k];
          };
      sum += left * (u[k] - mean) * (u[k] - mean);
    }
    return n / (n - 1) * sum;
  }
}
