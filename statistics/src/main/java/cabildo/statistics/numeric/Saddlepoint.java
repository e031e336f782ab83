package cabildo.statistics.numeric;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Tail of a mixture of chi-squares over an independent chi-square, by saddlepoint.
///
/// Kuonen (1999), *Biometrika* 86, after Lugannani and Rice (1980).
public final class Saddlepoint {
  private Saddlepoint() {}

  /// P(Σ a_i χ²_1 > x χ²_⌊df⌋/df).
  ///
  /// The denominator is a sum of whole χ²_1 terms, so fractional degrees of freedom are cut: the
  /// reference values (R package survey 4.1) are made so, which is slightly conservative. Where the
  /// saddlepoint is at zero the approximation is undefined and Satterthwaite's F stands in; `null`
  /// when there are no positive coefficients.
  public static @Nullable Double mixtureUpper(double x, double[] coefficients, double df) {
    double sum = Arrays.stream(coefficients).sum();
    double squares = Arrays.stream(coefficients).map(a -> a * a).sum();
    if (!(sum > 0) || !(df > 0) || Double.isNaN(x)) {
      return null;
    }
    double numeratorDf = sum * sum / squares;
    double f = Distributions.fUpper(x / sum, numeratorDf, df);
    double largest = Math.max(Arrays.stream(coefficients).max().orElse(0), 0);
    double b = x / df / largest;
    double[] a = Arrays.stream(coefficients).map(value -> value / largest).toArray();
    double terms = Math.floor(df);
    if (!(b > 0) || terms < 1) {
      return f;
    }
    // K'(ζ) = Σ a/(1-2ζa) - df b/(1+2ζb) rises from -∞ to ∞ between its poles.
    double zeta =
        Roots.root(z -> slope(z, a, b, terms), -0.5 / b * (1 - 1e-9), 0.5 * (1 - 1e-9), 1e-14);
    if (Double.isNaN(zeta) || Math.abs(zeta) < 1e-4) {
      return f;
    }
    double k = Arrays.stream(a).map(v -> -Math.log1p(-2 * zeta * v) / 2).sum();
    k -= terms * Math.log1p(2 * zeta * b) / 2;
    double curvature = Arrays.stream(a).map(v -> 2 * v * v / Math.pow(1 - 2 * zeta * v, 2)).sum();
    curvature += terms * 2 * b * b / Math.pow(1 + 2 * zeta * b, 2);
    double w = Math.signum(zeta) * Math.sqrt(-2 * k);
    double v = zeta * Math.sqrt(curvature);
    return Distributions.normalUpper(w + Math.log(v / w) / w);
  }

  private static double slope(double zeta, double[] a, double b, double terms) {
    double sum = -terms * b / (1 + 2 * zeta * b);
    for (double value : a) {
      sum += value / (1 - 2 * zeta * value);
    }
    return sum;
  }
}
