package cabildo.statistics.estimate;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.numeric.Roots;
import cabildo.statistics.numeric.SampleMoments;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A quantile of a domain with its interval.
///
/// Quantiles of a five-point scale must not be published: use proportions per category.
///
/// @param status `OK`, or why there is no quantile or no interval
/// @param quantile in units of the variable
/// @param interval interval at the level asked for
/// @param se interval width / (2 t)
public record WeightedQuantile(
    Status status, @Nullable Double quantile, Interval interval, @Nullable Double se) {

  /// What to compute.
  ///
  /// @param p probability in [0, 1]
  /// @param rule definition of the quantile
  /// @param interval kind of interval
  /// @param level confidence level
  public record Request(double p, QuantileRule rule, QuantileInterval interval, double level) {
    /// Refuses impossible values.
    public Request {
      Numbers.proportion(p, "p");
      Numbers.level(level);
    }
  }

  /// The quantile of `y` in a domain.
  public static WeightedQuantile of(
      SurveyDesign design, double[] y, boolean[] domain, Request request) {
    boolean[] rows = Linearised.present(domain, y);
    Status status = Linearised.soundness(design, rows);
    if (status != Status.OK) {
      return new WeightedQuantile(status, null, Interval.NONE, null);
    }
    Column column = new Column(design, y, rows, request);
    double q = request.rule().of(column.values(), column.weights(), request.p());
    int df = design.degreesOfFreedom(rows);
    if (df <= 0) {
      return new WeightedQuantile(
          Status.VARIANCE_NOT_ESTIMABLE, Numbers.orNull(q), Interval.NONE, null);
    }
    Interval interval =
        request.interval() == QuantileInterval.SCORE ? column.score(df) : column.woodruff(q, df);
    double t = Distributions.tCritical(request.level(), df);
    return new WeightedQuantile(
        Status.OK, Numbers.orNull(q), interval, Numbers.orNull(interval.width() / (2 * t)));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Column(SurveyDesign design, double[] y, boolean[] rows, Request request) {
    double[] values() {
      return filter(y);
    }

    double[] weights() {
      return filter(design.weights());
    }

    private double[] filter(double[] x) {
      double[] out = new double[x.length];
      int n = 0;
      for (int k = 0; k < x.length; k++) {
        if (rows[k]) {
          out[n++] = x[k];
        }
      }
      return Arrays.copyOf(out, n);
    }

    Interval woodruff(double q, int df) {
      double[] below = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        below[k] = rows[k] ? (y[k] <= q ? 1 : 0) : Double.NaN;
      }
      Linearised mean = Linearised.mean(design, below, rows);
      double variance = mean.variance(design).variance();
      double p = Math.clamp(mean.estimate(), 0, 1);
      var x = new ProportionInterval.Proportion(p, variance, values().length, df, request.level());
      ProportionInterval method =
          switch (request.interval()) {
            case MEAN, SCORE -> ProportionInterval.WALD;
            case BETA -> ProportionInterval.KORN_GRAUBARD_UNCAPPED;
            case XLOGIT -> ProportionInterval.LOGIT;
            case ASIN -> ProportionInterval.ARCSINE;
          };
      if (request.interval() == QuantileInterval.MEAN && x.isDegenerate()) {
        return Interval.of(back(p), back(p));
      }
      Interval scale = x.isDegenerate() ? Interval.NONE : method.of(x);
      return Interval.of(back(Numbers.orNaN(scale.low())), back(Numbers.orNaN(scale.high())));
    }

    private double back(double p) {
      return request.rule().of(values(), weights(), p);
    }

    Interval score(int df) {
      double[] x = values();
      double iqr = SampleMoments.quantileType7(x, 0.75) - SampleMoments.quantileType7(x, 0.25);
      double low = Arrays.stream(x).min().orElse(Double.NaN) + iqr / 100;
      double high = Arrays.stream(x).max().orElse(Double.NaN) - iqr / 100;
      double tolerance = 1 / (100 * Math.sqrt(x.length));
      double t = Distributions.tCritical(request.level(), df);
      double first = Roots.root(theta -> statistic(theta) - t, low, high, tolerance);
      double last = Roots.root(theta -> statistic(theta) + t, low, high, tolerance);
      return Interval.of(back(shareBelow(x, first)), back(shareBelow(x, last)));
    }

    private static double shareBelow(double[] x, double theta) {
      return Double.isNaN(theta)
          ? Double.NaN
          : (double) Arrays.stream(x).filter(value -> value <= theta).count() / x.length;
    }

    private double statistic(double theta) {
      double[] u = new double[y.length];
      for (int k = 0; k < y.length; k++) {
        u[k] = rows[k] ? (y[k] > theta ? 1 : 0) - (1 - request.p()) : Double.NaN;
      }
      Linearised mean = Linearised.mean(design, u, rows);
      return mean.estimate() / Math.sqrt(mean.variance(design).variance());
    }
  }
}
