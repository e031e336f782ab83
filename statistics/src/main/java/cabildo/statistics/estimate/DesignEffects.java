package cabildo.statistics.estimate;

import cabildo.statistics.Numbers;
import cabildo.statistics.design.SurveyDesign;
import org.jspecify.annotations.Nullable;

/// Variance of an estimate over its variance under simple random sampling (Kish 1965, section 8.2).
///
/// @param withoutReplacement against sampling without replacement: V_srs = s²(1-n/N̂)/n
/// @param withReplacement against sampling with replacement: V_srs = s²/n; the one used for n_eff,
///   for means only
/// @param ofWeights the part due to unequal weights, n Σw²/(Σw)² (Kish 1992)
public record DesignEffects(
    @Nullable Double withoutReplacement,
    @Nullable Double withReplacement,
    @Nullable Double ofWeights) {
  /// Nothing could be compared.
  public static final DesignEffects NONE = new DesignEffects(null, null, null);

  /// Design effects of a mean of `y` (a total divides its variance by N̂² before).
  ///
  /// @param meanVariance variance of the estimate on the scale of a mean
  /// @param y variable; for a ratio its residual y-Rx over the mean of x
  /// @param rows rows of the domain with y present
  public static DesignEffects of(
      SurveyDesign design, double meanVariance, double[] y, boolean[] rows) {
    int n = 0;
    double sum = 0;
    double sumY = 0;
    double sumSquares = 0;
    for (int k = 0; k < rows.length; k++) {
      double w = design.weight(k);
      if (rows[k] && w > 0) {
        n++;
        sum += w;
        sumY += w * y[k];
        sumSquares += w * w;
      }
    }
    double mean = sumY / sum;
    double squares = 0;
    for (int k = 0; k < rows.length; k++) {
      if (rows[k]) {
        squares += design.weight(k) * (y[k] - mean) * (y[k] - mean);
      }
    }
    double s2 = squares / sum * n / (n - 1.0);
    double replace = meanVariance / (s2 / n);
    double share = 1 - n / sum;
    return new DesignEffects(
        share > 0 ? Numbers.orNull(replace / share) : null,
        Numbers.orNull(replace),
        Numbers.orNull(n * sumSquares / (sum * sum)));
  }

  /// The same without the comparison with replacement, which is defined for means only.
  public DesignEffects withoutReplacementOnly() {
    return new DesignEffects(withoutReplacement, null, ofWeights);
  }

  /// Kish's design effect of weights alone, n Σw²/(Σw)², or NaN without weights.
  public static double ofWeights(double[] weights) {
    double n = 0;
    double sum = 0;
    double squares = 0;
    for (double w : weights) {
      n += w > 0 ? 1 : 0;
      sum += w;
      squares += w * w;
    }
    return n * squares / (sum * sum);
  }
}
