package cabildo.statistics.nonresponse;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Interval;
import org.jspecify.annotations.Nullable;

/// How far respondents differ from the frame, and what nonresponse could hide.
public final class Representativeness {
  private Representativeness() {}

  /// R-indicator 1-2S(ρ̂), between 0 and 1; 1 is representative.
  ///
  /// S² = Σ w(ρ-ρ̄)²/(Σw-1), without bias correction. Schouten, Cobben and Bethlehem (2009),
  /// *Survey Methodology* 35.
  ///
  /// @param propensities fitted response propensities of eligible units
  /// @param weights base weights; all 1 for the unweighted indicator
  public static @Nullable Double rIndicator(double[] propensities, double[] weights) {
    double sum = 0;
    double sumP = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k];
      sumP += weights[k] * propensities[k];
    }
    double mean = sumP / sum;
    double squares = 0;
    for (int k = 0; k < weights.length; k++) {
      squares += weights[k] * (propensities[k] - mean) * (propensities[k] - mean);
    }
    return Numbers.orNull(1 - 2 * Math.sqrt(squares / (sum - 1)));
  }

  /// (mean of respondents - frame mean) / frame standard deviation, before adjustment.
  ///
  /// @param values frame variable of respondents
  /// @param weights their base weights
  public static @Nullable Double standardisedDifference(
      double[] values, double[] weights, double frameMean, double frameSd) {
    double sum = 0;
    double sumY = 0;
    for (int k = 0; k < values.length; k++) {
      sum += weights[k];
      sumY += weights[k] * values[k];
    }
    return Numbers.orNull((sumY / sum - frameMean) / frameSd);
  }

  /// Worst-case bounds [W p, W p + 1 - W] of a proportion of which a share W is represented.
  ///
  /// Manski (1990), *American Economic Review* 80. For nonresponse, uncovered strata and
  /// institutions that did not answer.
  public static Interval worstCase(double p, double representedShare) {
    Numbers.proportion(p, "p");
    Numbers.proportion(representedShare, "represented share");
    double low = representedShare * p;
    return new Interval(low, low + 1 - representedShare);
  }
}
