package cabildo.statistics.smallarea;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Matrices;
import cabildo.statistics.numeric.Roots;
import org.jspecify.annotations.Nullable;

/// The area model y_i = x_iᵀβ + v_i + e_i, v ~ N(0,A), e ~ N(0,D_i) with D_i known.
///
/// Fay and Herriot (1979), *JASA* 74; Rao and Molina (2015), *Small Area Estimation*, chapter 6.
///
/// @param y direct estimates of sampled areas
/// @param variances D_i, above 0; never a raw small-sample variance
/// @param x one array of covariates per area, with the constant
@SuppressWarnings("ArrayRecordComponent")
public record FayHerriot(double[] y, double[] variances, double[][] x) {
  private static final int MAX_STEPS = 500;

  /// Refuses lists of unequal length and variances not above 0.
  public FayHerriot {
    if (y.length != variances.length || y.length != x.length) {
      throw new IllegalArgumentException("every area needs an estimate, a variance and covariates");
    }
    for (double d : variances) {
      if (!(d > 0)) {
        throw new IllegalArgumentException("sampling variances must be above 0, but one is " + d);
      }
    }
  }

  /// How A is estimated.
  public enum Method {
    /// Restricted maximum likelihood.
    REML,
    /// Maximum likelihood.
    ML,
    /// Fay and Herriot's moment equation Σ r²/(A+D) = m-p.
    FH,
    /// Restricted likelihood times A, never 0 (Li and Lahiri 2010, *JMVA* 101).
    LI_LAHIRI,
    /// Restricted likelihood times atan(Σ A/(A+D))^(1/m) (Yoshimori and Lahiri 2014, *JMVA* 124).
    YOSHIMORI_LAHIRI
  }

  /// Number of sampled areas.
  public int areas() {
    return y.length;
  }

  /// Number of covariates.
  public int covariates() {
    return x.length == 0 ? 0 : x[0].length;
  }

  /// Fits by a method. Collinear covariates, or no more areas than covariates, give `INFEASIBLE`.
  public FayHerriotFit fit(Method method) {
    Profile zero = profile(0);
    if (areas() <= covariates() || zero == null) {
      return FayHerriotFit.without(Status.INFEASIBLE, method, areas());
    }
    double a =
        switch (method) {
          case REML, ML -> scoring(method);
          case FH -> moment();
          case LI_LAHIRI, YOSHIMORI_LAHIRI -> adjusted(method);
        };
    Profile profile = Double.isNaN(a) ? null : profile(a);
    return profile == null
        ? FayHerriotFit.without(Status.NO_CONVERGENCE, method, areas())
        : FayHerriotFit.of(this, method, profile);
  }

  /// Everything that follows from one value of A.
  ///
  /// @param a A
  /// @param beta generalised least squares
  /// @param q (XᵀV⁻¹X)⁻¹
  /// @param residuals y-xᵀβ
  record Profile(double a, double[] beta, double[][] q, double[] residuals) {}

  @Nullable Profile profile(double a) {
    double[] weight = inverseVariance(a, 1);
    double @Nullable [][] q = Matrices.inverse(Matrices.crossProduct(x, weight));
    if (q == null) {
      return null;
    }
    double[] beta = Matrices.times(q, Matrices.crossProduct(x, weight, y));
    double[] r = new double[areas()];
    for (int i = 0; i < r.length; i++) {
      r[i] = y[i] - Matrices.dot(x[i], beta);
    }
    return new Profile(a, beta, q, r);
  }

  double[] inverseVariance(double a, int power) {
    double[] out = new double[areas()];
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.pow(a + variances[i], -power);
    }
    return out;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /// Score and information of A.
  private double[] scoreAndInformation(double a, Method method) {
    Profile profile = profile(a);
    if (profile == null) {
      return new double[] {Double.NaN, Double.NaN};
    }
    double[] v2 = inverseVariance(a, 2);
    double quadratic = 0;
    for (int i = 0; i < areas(); i++) {
      quadratic += profile.residuals[i] * profile.residuals[i] * v2[i];
    }
    double trace = sum(inverseVariance(a, 1));
    double traceSquare = sum(v2);
    if (method == Method.REML) {
      double[][] second = Matrices.times(profile.q, Matrices.crossProduct(x, v2));
      double[][] third = Matrices.times(profile.q, Matrices.crossProduct(x, inverseVariance(a, 3)));
      trace -= Matrices.trace(second);
      traceSquare += Matrices.trace(Matrices.times(second, second)) - 2 * Matrices.trace(third);
    }
    return new double[] {(quadratic - trace) / 2, traceSquare / 2};
  }

  private double scoring(Method method) {
    double a = sum(variances) / areas();
    boolean converged = false;
    for (int step = 0; step < MAX_STEPS && !converged; step++) {
      double[] s = scoreAndInformation(a, method);
      double next = a + s[0] / s[1];
      next = next < 0 ? a / 2 : next;
      converged = Math.abs(next - a) <= 1e-12 * (a + 1e-12);
      a = next;
      if (a < 1e-14 * variances[0]) {
        a = 0;
        converged = true;
      }
    }
    boolean zeroIsPeak = scoreAndInformation(0, method)[0] <= 0;
    if (zeroIsPeak && logLikelihood(0, method) >= logLikelihood(a, method)) {
      return 0;
    }
    return converged ? a : Double.NaN;
  }

  private double moment() {
    double target = areas() - (double) covariates();
    if (momentSum(0) <= target) {
      return 0;
    }
    double high = sum(variances);
    while (momentSum(high) > target) {
      high *= 2;
    }
    return Roots.root(a -> momentSum(a) - target, 0, high, 1e-18);
  }

  private double momentSum(double a) {
    Profile profile = profile(a);
    if (profile == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < areas(); i++) {
      sum += profile.residuals[i] * profile.residuals[i] / (a + variances[i]);
    }
    return sum;
  }

  private double adjusted(Method method) {
    double scale = Math.max(sum(variances) / areas(), scoring(Method.REML));
    double low = Math.log(scale) - 30;
    double high = Math.log(scale) + 6;
    double best = low;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 200; i++) {
      double place = low + (high - low) * i / 200;
      double value = adjustedLikelihood(Math.exp(place), method);
      if (value > most) {
        most = value;
        best = place;
      }
    }
    double step = (high - low) / 200;
    return Math.exp(
        Roots.maximum(
            t -> adjustedLikelihood(Math.exp(t), method), best - step, best + step, 1e-10));
  }

  private double adjustedLikelihood(double a, Method method) {
    if (method == Method.LI_LAHIRI) {
      return logLikelihood(a, Method.REML) + Math.log(a);
    }
    double shrinkage = 0;
    for (double d : variances) {
      shrinkage += a / (a + d);
    }
    return logLikelihood(a, Method.REML) + Math.log(Math.atan(shrinkage)) / areas();
  }

  /// Log likelihood of A, restricted or not, up to the same constant.
  double logLikelihood(double a, Method method) {
    Profile profile = profile(a);
    if (profile == null) {
      return Double.NEGATIVE_INFINITY;
    }
    double sum = 0;
    for (int i = 0; i < areas(); i++) {
      double v = a + variances[i];
      sum += Math.log(2 * Math.PI * v) + profile.residuals[i] * profile.residuals[i] / v;
    }
    double restricted = method == Method.ML ? 0 : -Matrices.logDeterminant(profile.q);
    return -(sum + restricted) / 2;
  }
}
