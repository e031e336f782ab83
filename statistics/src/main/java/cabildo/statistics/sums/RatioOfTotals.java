package cabildo.statistics.sums;

import org.jspecify.annotations.Nullable;

/// A mean over respondents as a ratio of estimated totals, with its linearised variance.
///
/// R = Σ_c g_c Σ_a y_a T_ca / Σ_c g_c Σ_a T_ca over the entries of the base, with g_c = N_c/N̂_c
/// where the class has a known share, else 1. The gradient holds the dependence of g on T, which is
/// the variance of post-stratification with residuals on weights g: Σ_k w g (e_k-ē_c). Holt and
/// Smith (1979), *JRSS A* 142; Särndal, Swensson and Wretman (1992), section 7.6.
///
/// @param estimate the mean of y, NaN without a base
/// @param variance its design variance
/// @param designEffect against a simple random sample with replacement of the same base
public record RatioOfTotals(double estimate, double variance, double designEffect) {

  /// The mean of y over the entries that have one.
  ///
  /// @param y value per entry; NaN is outside the base
  /// @param classes class per entry
  /// @param shares known population share per class, NaN where not known; `null` for no weighting
  public static RatioOfTotals of(
      EstimatedTotals totals, double[] y, int[] classes, double @Nullable [] shares) {
    double[] t = totals.total();
    double[] inClass = new double[shares == null ? 1 : shares.length];
    double known = 0;
    for (int a = 0; a < t.length && shares != null; a++) {
      inClass[classes[a]] += t[a];
      known += Double.isNaN(shares[classes[a]]) ? 0 : t[a];
    }
    double[] g = new double[inClass.length];
    for (int c = 0; c < g.length; c++) {
      g[c] = shares == null || Double.isNaN(shares[c]) ? 1 : shares[c] * known / inClass[c];
    }
    double base = 0;
    double sum = 0;
    double squares = 0;
    long n = 0;
    for (int a = 0; a < t.length; a++) {
      if (!Double.isNaN(y[a])) {
        double people = g[shares == null ? 0 : classes[a]] * t[a];
        base += people;
        sum += people * y[a];
        squares += people * y[a] * y[a];
        n += totals.n()[a];
      }
    }
    double mean = sum / base;
    double[] gradient = gradient(t, y, mean, base, classes, shares, g, inClass);
    double variance = quadratic(gradient, totals.covariance());
    double spread = (squares / base - mean * mean) * n / (n - 1.0);
    return new RatioOfTotals(mean, variance, variance / (spread / n));
  }

  /// ∂R/∂T: g_c z_a - g_c z̄_c, with z = (y-R)/base on the base and 0 elsewhere.
  private static double[] gradient(
      double[] t,
      double[] y,
      double mean,
      double base,
      int[] classes,
      double @Nullable [] shares,
      double[] g,
      double[] inClass) {
    double[] z = new double[t.length];
    double[] ofClass = new double[g.length];
    for (int a = 0; a < t.length; a++) {
      z[a] = Double.isNaN(y[a]) ? 0 : (y[a] - mean) / base;
      ofClass[shares == null ? 0 : classes[a]] += t[a] * z[a];
    }
    double[] gradient = new double[t.length];
    for (int a = 0; a < t.length; a++) {
      int c = shares == null ? 0 : classes[a];
      boolean weighted = shares != null && !Double.isNaN(shares[c]);
      gradient[a] = g[c] * (weighted ? z[a] - ofClass[c] / inClass[c] : z[a]);
    }
    return gradient;
  }

  private static double quadratic(double[] x, double[][] v) {
    double sum = 0;
    for (int a = 0; a < x.length; a++) {
      double row = 0;
      for (int b = 0; b < x.length; b++) {
        row += v[a][b] * x[b];
      }
      sum += x[a] * row;
    }
    return Math.max(0, sum);
  }
}
