package cabildo.statistics.numeric;

import java.util.Arrays;

/// The Shapiro-Wilk test of normality for 3 to 5000 values.
///
/// Royston (1995), algorithm AS R94, *Applied Statistics* 44.
///
/// @param w statistic, NaN outside the range of sizes or for constant values
/// @param p upper tail of non-normality, NaN likewise
public record ShapiroWilk(double w, double p) {
  private static final double[] C1 = {0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056};
  private static final double[] C2 = {0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633};

  /// Tests the values.
  public static ShapiroWilk of(double[] values) {
    double[] x = values.clone();
    Arrays.sort(x);
    int n = x.length;
    if (n < 3 || n > 5000 || !(x[n - 1] - x[0] > 0)) {
      return new ShapiroWilk(Double.NaN, Double.NaN);
    }
    double[] a = weights(n);
    double mean = SampleMoments.mean(x);
    double numerator = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      numerator += a[i] * x[i];
      squares += (x[i] - mean) * (x[i] - mean);
    }
    double w = Math.min(1, numerator * numerator / squares);
    return new ShapiroWilk(w, p(w, n));
  }

  private static double[] weights(int n) {
    double[] a = new double[n];
    if (n == 3) {
      a[0] = -Math.sqrt(0.5);
      a[2] = Math.sqrt(0.5);
      return a;
    }
    double[] m = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      m[i] = Distributions.normalQuantile((i + 1 - 0.375) / (n + 0.25));
      sum += m[i] * m[i];
    }
    double r = 1 / Math.sqrt(n);
    double last = m[n - 1] / Math.sqrt(sum) + polynomial(C1, r);
    boolean large = n > 5;
    double next = large ? m[n - 2] / Math.sqrt(sum) + polynomial(C2, r) : 0;
    double used = 2 * m[n - 1] * m[n - 1] + (large ? 2 * m[n - 2] * m[n - 2] : 0);
    double taken = 2 * last * last + (large ? 2 * next * next : 0);
    double scale = Math.sqrt((sum - used) / (1 - taken));
    for (int i = 0; i < n; i++) {
      a[i] = m[i] / scale;
    }
    a[n - 1] = last;
    a[0] = -last;
    if (large) {
      a[n - 2] = next;
      a[1] = -next;
    }
    return a;
  }

  private static double p(double w, int n) {
    if (n == 3) {
      double p = 6 / Math.PI * (Math.asin(Math.sqrt(w)) - Math.asin(Math.sqrt(0.75)));
      return Math.max(0, p);
    }
    double y = Math.log1p(-w);
    double mean;
    double sd;
    if (n <= 11) {
      double gamma = polynomial(new double[] {-2.273, 0.459}, n);
      if (y >= gamma) {
        return 1e-99;
      }
      y = -Math.log(gamma - y);
      mean = polynomial(new double[] {0.544, -0.39978, 0.025054, -6.714e-4}, n);
      sd = Math.exp(polynomial(new double[] {1.3822, -0.77857, 0.062767, -0.0020322}, n));
    } else {
      double log = Math.log(n);
      mean = polynomial(new double[] {-1.5861, -0.31082, -0.083751, 0.0038915}, log);
      sd = Math.exp(polynomial(new double[] {-0.4803, -0.082676, 0.0030302}, log));
    }
    return Distributions.normalUpper((y - mean) / sd);
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (int i = coefficients.length - 1; i >= 0; i--) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
