package cabildo.statistics.numeric;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/// Quantiles and tails by Apache Commons Statistics, with NaN where a distribution does not exist.
///
/// The library's worst relative error on the reference points is 4.5e-11 (beta quantiles).
public final class Distributions {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Distributions() {}

  /// Standard normal quantile.
  public static double normalQuantile(double probability) {
    return inside(probability) ? NORMAL.inverseCumulativeProbability(probability) : Double.NaN;
  }

  /// Standard normal upper tail.
  public static double normalUpper(double x) {
    return Double.isNaN(x) ? Double.NaN : NORMAL.survivalProbability(x);
  }

  /// Standard normal lower tail.
  public static double normalLower(double x) {
    return Double.isNaN(x) ? Double.NaN : NORMAL.cumulativeProbability(x);
  }

  /// Student quantile; infinite degrees of freedom give the normal.
  public static double tQuantile(double probability, double df) {
    if (!(df > 0) || !inside(probability)) {
      return Double.NaN;
    }
    return Double.isInfinite(df)
        ? normalQuantile(probability)
        : TDistribution.of(df).inverseCumulativeProbability(probability);
  }

  /// Two-sided Student critical value at a confidence level: t with 1-(1-level)/2 below it.
  public static double tCritical(double level, double df) {
    return tQuantile(1 - (1 - level) / 2, df);
  }

  /// Two-sided normal critical value at a confidence level.
  public static double zCritical(double level) {
    return normalQuantile(1 - (1 - level) / 2);
  }

  /// Student upper tail.
  public static double tUpper(double t, double df) {
    if (!(df > 0) || Double.isNaN(t)) {
      return Double.NaN;
    }
    return Double.isInfinite(df) ? normalUpper(t) : TDistribution.of(df).survivalProbability(t);
  }

  /// Two-sided p-value of a Student statistic.
  public static double tTwoSided(double t, double df) {
    return 2 * tUpper(Math.abs(t), df);
  }

  /// Upper tail of F.
  public static double fUpper(double f, double df1, double df2) {
    if (!(df1 > 0 && df2 > 0) || Double.isNaN(f)) {
      return Double.NaN;
    }
    if (Double.isInfinite(df2)) {
      return chiSquareUpper(f * df1, df1);
    }
    return f <= 0 ? 1 : FDistribution.of(df1, df2).survivalProbability(f);
  }

  /// Quantile of F.
  public static double fQuantile(double probability, double df1, double df2) {
    if (!(df1 > 0 && df2 > 0) || !inside(probability)) {
      return Double.NaN;
    }
    // F = (X/d1)/((1-X)/d2) with X beta(d1/2, d2/2): the beta quantile is the accurate one here.
    double x = betaQuantile(probability, df1 / 2, df2 / 2);
    double y = betaQuantile(1 - probability, df2 / 2, df1 / 2);
    return df2 * x / (df1 * y);
  }

  /// Upper tail of chi-square.
  public static double chiSquareUpper(double x, double df) {
    if (!(df > 0) || Double.isNaN(x)) {
      return Double.NaN;
    }
    return x <= 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(x);
  }

  /// Quantile of the beta distribution with shapes a and b.
  public static double betaQuantile(double probability, double a, double b) {
    if (!(a > 0 && b > 0) || !inside(probability) || Double.isInfinite(a + b)) {
      return Double.NaN;
    }
    return BetaDistribution.of(a, b).inverseCumulativeProbability(probability);
  }

  /// P(Bin(trials, p) ≥ successes).
  public static double binomialAtLeast(int trials, double p, int successes) {
    return successes <= 0
        ? 1
        : BinomialDistribution.of(trials, p).survivalProbability(successes - 1);
  }

  /// P(Bin(trials, p) ≤ successes).
  public static double binomialAtMost(int trials, double p, int successes) {
    return BinomialDistribution.of(trials, p).cumulativeProbability(successes);
  }

  private static boolean inside(double probability) {
    return probability >= 0 && probability <= 1;
  }
}
