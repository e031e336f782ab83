package cabildo.statistics.comparison;

import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.numeric.Matrices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Means of several domains with their joint covariance.
///
/// Domains share units, so their estimates are never assumed independent inside a stratum.
///
/// @param status `OK`, or why a mean or the covariance is missing
/// @param means in the order of the groups
/// @param covariance in squared units
/// @param df degrees of freedom of all groups together
@SuppressWarnings("ArrayRecordComponent")
public record GroupMeans(Status status, double[] means, double[][] covariance, int df) {

  /// Means of `y` in groups given as codes from 0 to `groups`-1; a negative code is missing.
  public static GroupMeans of(
      SurveyDesign design, double[] y, int[] group, int groups, boolean[] domain) {
    double[] means = new double[groups];
    double[][] u = new double[groups][];
    boolean[] all = new boolean[domain.length];
    Status status = Status.OK;
    for (int g = 0; g < groups; g++) {
      boolean[] member = new boolean[domain.length];
      for (int k = 0; k < member.length; k++) {
        member[k] = domain[k] && group[k] == g;
      }
      Linearised mean = Linearised.mean(design, y, member);
      status = mean.status() == Status.OK ? status : mean.status();
      means[g] = mean.estimate();
      u[g] = mean.contributions();
      for (int k = 0; k < all.length; k++) {
        all[k] |= mean.rows()[k];
      }
    }
    int df = design.degreesOfFreedom(all);
    if (status != Status.OK) {
      return new GroupMeans(status, means, new double[groups][groups], df);
    }
    LinearisedVariance variance = LinearisedVariance.of(design, u, all);
    status =
        variance.status() == Status.OK && df <= 0
            ? Status.VARIANCE_NOT_ESTIMABLE
            : variance.status();
    return new GroupMeans(status, means, variance.covariance(), df);
  }

  /// The difference of two means.
  ///
  /// @param difference second minus first
  /// @param se of the difference
  /// @param t difference / se
  /// @param df degrees of freedom used
  /// @param p two-sided
  public record Contrast(double difference, double se, double t, double df, double p) {}

  /// Mean of group `b` minus mean of group `a`, with ν degrees of freedom; `null` without variance.
  public @Nullable Contrast contrast(int a, int b) {
    return contrast(a, b, df);
  }

  /// The same with ν-1 degrees of freedom, as a regression on the group would have it.
  public @Nullable Contrast asRegression(int a, int b) {
    return contrast(a, b, df - 1);
  }

  private @Nullable Contrast contrast(int a, int b, int nu) {
    if (status != Status.OK || nu <= 0) {
      return null;
    }
    double difference = means[b] - means[a];
    double variance = covariance[a][a] + covariance[b][b] - 2 * covariance[a][b];
    double se = Math.sqrt(Math.max(0, variance));
    double t = difference / se;
    return se > 0 ? new Contrast(difference, se, t, nu, Distributions.tTwoSided(t, nu)) : null;
  }

  /// All pairs (a, b) with a before b.
  public List<Contrast> pairs() {
    List<Contrast> pairs = new ArrayList<>();
    for (int a = 0; a < means.length; a++) {
      for (int b = a + 1; b < means.length; b++) {
        Contrast contrast = contrast(a, b);
        if (contrast != null) {
          pairs.add(contrast);
        }
      }
    }
    return List.copyOf(pairs);
  }

  /// Wald statistic W of equality of the K means; NaN when the contrasts' covariance is singular.
  public double wald() {
    int k = means.length - 1;
    double[] d = new double[k];
    double[][] v = new double[k][k];
    for (int i = 0; i < k; i++) {
      d[i] = means[i + 1] - means[0];
      for (int j = 0; j < k; j++) {
        v[i][j] =
            covariance[i + 1][j + 1]
                - covariance[i + 1][0]
                - covariance[0][j + 1]
                + covariance[0][0];
      }
    }
    double @Nullable [][] inverse = Matrices.inverse(v);
    return inverse == null ? Double.NaN : Matrices.quadratic(inverse, d);
  }

  /// Adjusted Wald test of equality: F = (ν-K+2)/(ν(K-1)) W on (K-1, ν-K+2).
  ///
  /// Korn and Graubard (1990), *The American Statistician* 44.
  public FTest equality() {
    int k = means.length;
    double denominator = df - k + 2.0;
    return status == Status.OK
        ? FTest.of(denominator / (df * (k - 1.0)) * wald(), k - 1.0, denominator)
        : FTest.NONE;
  }
}
