package cabildo.statistics.numeric;

import java.util.Arrays;

/// Unweighted moments and order statistics of plain columns.
public final class SampleMoments {
  private SampleMoments() {}

  /// Arithmetic mean; NaN when empty.
  public static double mean(double[] x) {
    return sum(x) / x.length;
  }

  /// Sum in the order given.
  public static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }

  /// Variance with divisor n-1; NaN below two values.
  public static double variance(double[] x) {
    double mean = mean(x);
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return x.length > 1 ? sum / (x.length - 1) : Double.NaN;
  }

  /// Pearson correlation; NaN when a column is constant.
  public static double correlation(double[] x, double[] y) {
    return covariance(x, y) / Math.sqrt(variance(x) * variance(y));
  }

  /// Covariance with divisor n-1.
  public static double covariance(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - meanX) * (y[i] - meanY);
    }
    return sum / (x.length - 1);
  }

  /// Sample quantile of Hyndman and Fan's type 7: linear between order statistics at (n-1)p.
  public static double quantileType7(double[] x, double probability) {
    if (x.length == 0) {
      return Double.NaN;
    }
    double[] sorted = x.clone();
    Arrays.sort(sorted);
    double position = (sorted.length - 1) * probability;
    int below = (int) Math.floor(position + 4 * Math.ulp(position));
    double share = position - below;
    share = Math.abs(share) < 1e-12 ? 0 : share;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + share * (sorted[above] - sorted[below]);
  }
}
