package cabildo.statistics.agreement;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.numeric.SampleMoments;
import org.jspecify.annotations.Nullable;

/// Internal consistency of a scale of k items answered by n complete respondents.
///
/// α = k/(k-1) (1 - Σs²_i/s²_total). Cronbach (1951), *Psychometrika* 16; interval after Feldt
/// (1965), *Psychometrika* 30: 1-(1-α)F on (n-1, (n-1)(k-1)).
///
/// @param status `OK`, `NO_DATA` below two rows or items, or `ZERO_VARIANCE` when totals are
///   constant
/// @param alpha raw
/// @param standardised from the mean inter-item correlation
/// @param interval Feldt's
/// @param ifDropped α without each item; NaN where undefined
/// @param itemTotal correlation of each item with the total of the others
@SuppressWarnings("ArrayRecordComponent")
public record CronbachAlpha(
    Status status,
    @Nullable Double alpha,
    @Nullable Double standardised,
    Interval interval,
    double[] ifDropped,
    double[] itemTotal) {

  /// α of items given as one array per item.
  public static CronbachAlpha of(double[][] items, double level) {
    int k = items.length;
    int n = k == 0 ? 0 : items[0].length;
    if (k < 2 || n < 2) {
      return new CronbachAlpha(
          Status.NO_DATA, null, null, Interval.NONE, new double[0], new double[0]);
    }
    double alpha = alpha(items, -1);
    if (Double.isNaN(alpha)) {
      return new CronbachAlpha(
          Status.ZERO_VARIANCE, null, null, Interval.NONE, new double[0], new double[0]);
    }
    double[] dropped = new double[k];
    double[] itemTotal = new double[k];
    double correlations = 0;
    for (int i = 0; i < k; i++) {
      dropped[i] = alpha(items, i);
      itemTotal[i] = SampleMoments.correlation(items[i], total(items, i));
      for (int j = 0; j < i; j++) {
        correlations += SampleMoments.correlation(items[i], items[j]) * 2 / (k * (k - 1.0));
      }
    }
    double tail = (1 - level) / 2;
    double df2 = (n - 1.0) * (k - 1.0);
    return new CronbachAlpha(
        Status.OK,
        alpha,
        Numbers.orNull(k * correlations / (1 + (k - 1) * correlations)),
        Interval.of(
            1 - (1 - alpha) * Distributions.fQuantile(1 - tail, n - 1.0, df2),
            1 - (1 - alpha) * Distributions.fQuantile(tail, n - 1.0, df2)),
        dropped,
        itemTotal);
  }

  private static double[] total(double[][] items, int without) {
    double[] total = new double[items[0].length];
    for (int i = 0; i < items.length; i++) {
      for (int k = 0; k < total.length && i != without; k++) {
        total[k] += items[i][k];
      }
    }
    return total;
  }

  private static double alpha(double[][] items, int without) {
    double parts = 0;
    int k = 0;
    for (int i = 0; i < items.length; i++) {
      parts += i == without ? 0 : SampleMoments.variance(items[i]);
      k += i == without ? 0 : 1;
    }
    double whole = SampleMoments.variance(total(items, without));
    return whole > 0 && k > 1 ? k / (k - 1.0) * (1 - parts / whole) : Double.NaN;
  }
}
