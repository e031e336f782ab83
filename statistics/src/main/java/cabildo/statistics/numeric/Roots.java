package cabildo.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/// One-dimensional roots (Brent 1973, *Algorithms for Minimization without Derivatives*, chapter 4)
/// and maxima.
public final class Roots {
  private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
  private static final double EPSILON = Math.ulp(1.0);

  private Roots() {}

  /// A root of `f` inside [low, high], or NaN when the ends do not differ in sign.
  public static double root(DoubleUnaryOperator f, double low, double high, double tolerance) {
    double a = low;
    double b = high;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    if (Double.isNaN(fa) || Double.isNaN(fb) || fa * fb > 0) {
      return Double.NaN;
    }
    double c = a;
    double fc = fa;
    for (int i = 0; i < 1000; i++) {
      final double previous = b - a;
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double enough = 2 * EPSILON * Math.abs(b) + tolerance / 2;
      double half = (c - b) / 2;
      if (Math.abs(half) <= enough || fb == 0) {
        return b;
      }
      double step = half;
      if (Math.abs(previous) >= enough && Math.abs(fa) > Math.abs(fb)) {
        step = interpolated(a, b, c, fa, fb, fc, previous, half, enough);
      }
      if (Math.abs(step) < enough) {
        step = step > 0 ? enough : -enough;
      }
      a = b;
      fa = fb;
      b += step;
      fb = f.applyAsDouble(b);
      if (fb > 0 == fc > 0 && fb != 0) {
        c = a;
        fc = fa;
      }
    }
    return b;
  }

  private static double interpolated(
      double a,
      double b,
      double c,
      double fa,
      double fb,
      double fc,
      double previous,
      double half,
      double enough) {
    double span = c - b;
    double p;
    double q;
    if (a == c) {
      double t = fb / fa;
      p = span * t;
      q = 1 - t;
    } else {
      double s = fa / fc;
      double t = fb / fc;
      double r = fb / fa;
      p = r * (span * s * (s - t) - (b - a) * (t - 1));
      q = (s - 1) * (t - 1) * (r - 1);
    }
    if (p > 0) {
      q = -q;
    } else {
      p = -p;
    }
    boolean accept =
        p < 0.75 * span * q - Math.abs(enough * q) / 2 && p < Math.abs(previous * q / 2);
    return accept ? p / q : half;
  }

  /// The place inside [low, high] where a unimodal `f` is largest, by golden sections.
  public static double maximum(DoubleUnaryOperator f, double low, double high, double tolerance) {
    double a = low;
    double b = high;
    double c = a + GOLDEN * (b - a);
    double d = b - GOLDEN * (b - a);
    double fc = f.applyAsDouble(c);
    double fd = f.applyAsDouble(d);
    while (b - a > tolerance && c > a && d < b) {
      if (fc > fd) {
        b = d;
        d = c;
        fd = fc;
        c = a + GOLDEN * (b - a);
        fc = f.applyAsDouble(c);
      } else {
        a = c;
        c = d;
        fc = fd;
        d = b - GOLDEN * (b - a);
        fd = f.applyAsDouble(d);
      }
    }
    return (a + b) / 2;
  }
}
