package cabildo.statistics.comparison;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;

/// Joint confidence intervals for ranks: all hold together at the level. Rank 1 is the highest.
///
/// Simultaneous intervals est ± z se for all K; area k lies below every area whose interval is
/// wholly above. A bare position must never be published. Klein, Wright and Wieczorek (2020), *JRSS
/// A* 183.
///
/// @param z simultaneous critical value
/// @param best smallest rank that is possible, per area
/// @param worst largest rank that is possible, per area
@SuppressWarnings("ArrayRecordComponent")
public record JointRanks(double z, int[] best, int[] worst) {
  /// How the K intervals are made simultaneous.
  public enum Method {
    /// α/K each: always valid.
    BONFERRONI,
    /// 1-(1-α)^(1/K) each: for independent areas.
    SIDAK
  }

  /// Rank intervals of estimates with standard errors.
  public static JointRanks of(double[] estimate, double[] se, double level, Method method) {
    Numbers.level(level);
    int k = estimate.length;
    double alpha =
        switch (method) {
          case BONFERRONI -> (1 - level) / k;
          case SIDAK -> -Math.expm1(Math.log(level) / k);
        };
    double z = Distributions.normalQuantile(1 - alpha / 2);
    int[] best = new int[k];
    int[] worst = new int[k];
    for (int i = 0; i < k; i++) {
      int above = 0;
      int below = 0;
      for (int j = 0; j < k; j++) {
        above += estimate[j] - z * se[j] > estimate[i] + z * se[i] ? 1 : 0;
        below += estimate[j] + z * se[j] < estimate[i] - z * se[i] ? 1 : 0;
      }
      best[i] = 1 + above;
      worst[i] = k - below;
    }
    return new JointRanks(z, best, worst);
  }
}
