package cabildo.statistics.estimate;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.numeric.Distributions;
import org.jspecify.annotations.Nullable;

/// Totals, means and ratios of a domain with linearised standard errors.
///
/// A domain keeps every unit of the design. Variables are one number per row, NaN where missing.
/// Degenerate input gives a status, never NaN. Lohr (2022), chapters 5 and 9.
public final class TaylorEstimator {
  private TaylorEstimator() {}

  /// Estimated total Σ w y, in units of y.
  public static Estimate total(SurveyDesign design, double[] y, boolean[] domain, double level) {
    Linearised linearised = Linearised.total(design, y, domain);
    double weights = sumWeights(design, linearised.rows());
    return meanEffectsLeftOut(of(design, linearised, level, y, 1 / (weights * weights)));
  }

  /// Estimated mean Σ w y / Σ w; a proportion when y is an indicator.
  public static Estimate mean(SurveyDesign design, double[] y, boolean[] domain, double level) {
    return of(design, Linearised.mean(design, y, domain), level, y, 1);
  }

  /// Estimated ratio Σ w y / Σ w x.
  public static Estimate ratio(
      SurveyDesign design, double[] y, double[] x, boolean[] domain, double level) {
    Linearised linearised = Linearised.ratio(design, y, x, domain);
    double weights = sumWeights(design, linearised.rows());
    double[] residual = new double[y.length];
    double sumX = 0;
    for (int k = 0; k < y.length; k++) {
      sumX += linearised.rows()[k] ? design.weight(k) * x[k] : 0;
    }
    for (int k = 0; k < y.length; k++) {
      residual[k] = (y[k] - linearised.estimate() * x[k]) * weights / sumX;
    }
    return meanEffectsLeftOut(of(design, linearised, level, residual, 1));
  }

  /// The estimate of any linearised statistic.
  ///
  /// @param y variable whose simple-random variance is the yardstick of the design effect
  /// @param toMeanScale factor that brings the variance to the scale of a mean of y
  public static Estimate of(
      SurveyDesign design, Linearised linearised, double level, double[] y, double toMeanScale) {
    Numbers.level(level);
    boolean[] rows = linearised.rows();
    int dfDesign = design.status() == Status.INVALID_WEIGHT ? 0 : design.degreesOfFreedom();
    int df = design.degreesOfFreedom(rows);
    Sample sample = new Sample(count(design, rows), sumWeights(design, rows), dfDesign, df);
    if (linearised.status() != Status.OK) {
      boolean emptyTotal = linearised.status() == Status.NO_DATA && linearised.estimate() == 0;
      return sample.estimate(
          linearised.status(),
          linearised.estimate(),
          emptyTotal ? (Double) 0.0 : null,
          Interval.NONE,
          DesignEffects.NONE);
    }
    double estimate = linearised.estimate();
    if (design.isCensus()) {
      return sample.estimate(
          Status.CENSUS, estimate, 0.0, new Interval(estimate, estimate), DesignEffects.NONE);
    }
    LinearisedVariance variance = linearised.variance(design);
    Status status =
        variance.status() == Status.OK && df <= 0
            ? Status.VARIANCE_NOT_ESTIMABLE
            : variance.status();
    if (status != Status.OK) {
      return sample.estimate(status, estimate, null, Interval.NONE, DesignEffects.NONE);
    }
    if (isConstant(linearised)) {
      return sample.estimate(
          Status.ZERO_VARIANCE,
          estimate,
          0.0,
          constantInterval(estimate, sample.n(), level),
          DesignEffects.NONE);
    }
    double se = Math.sqrt(variance.variance());
    double half = Distributions.tCritical(level, df) * se;
    return sample.estimate(
        Status.OK,
        estimate,
        se,
        Interval.of(estimate - half, estimate + half),
        DesignEffects.of(design, variance.variance() * toMeanScale, y, rows));
  }

  private static Estimate meanEffectsLeftOut(Estimate e) {
    return new Estimate(
        e.status(),
        e.estimate(),
        e.se(),
        e.n(),
        e.sumWeights(),
        e.dfDesign(),
        e.dfDomain(),
        e.interval(),
        e.designEffects().withoutReplacementOnly());
  }

  private record Sample(int n, double sumWeights, int dfDesign, int df) {
    Estimate estimate(
        Status status,
        double estimate,
        @Nullable Double se,
        Interval interval,
        DesignEffects effects) {
      return new Estimate(
          status, Numbers.orNull(estimate), se, n, sumWeights, dfDesign, df, interval, effects);
    }
  }

  private static boolean isConstant(Linearised linearised) {
    double largest = 0;
    for (double u : linearised.contributions()) {
      largest = Math.max(largest, Math.abs(u));
    }
    return largest <= 1e-15 * Math.abs(linearised.estimate());
  }

  private static Interval constantInterval(double p, int n, double level) {
    return p == 0 || p == 1 ? ProportionInterval.clopperPearson(p, n, level) : Interval.NONE;
  }

  private static int count(SurveyDesign design, boolean[] rows) {
    int weighted = 0;
    int all = 0;
    for (int k = 0; k < rows.length; k++) {
      all += rows[k] ? 1 : 0;
      weighted += rows[k] && design.weight(k) > 0 ? 1 : 0;
    }
    return weighted > 0 ? weighted : all;
  }

  private static double sumWeights(SurveyDesign design, boolean[] rows) {
    double sum = 0;
    for (int k = 0; k < rows.length; k++) {
      sum += rows[k] && design.weight(k) > 0 ? design.weight(k) : 0;
    }
    return sum;
  }
}
