package cabildo.statistics.numeric;

import java.util.function.DoubleUnaryOperator;

/// One-dimensional roots and maxima by Brent's methods.
///
/// Brent (1973), *Algorithms for Minimization without Derivatives*, chapters 4 and 5.
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

  /// The place inside [low, high] where a unimodal `f` is largest.
  public static double maximum(DoubleUnaryOperator f, double low, double high, double tolerance) {
    double a = low;
    double b = high;
    double x = a + GOLDEN * (b - a);
    double w = x;
    double v = x;
    double fx = -f.applyAsDouble(x);
    double fw = fx;
    double fv = fx;
    double d = 0;
    double e = 0;
    for (int i = 0; i < 500; i++) {
      double middle = (a + b) / 2;
      double enough = Math.sqrt(EPSILON) * 1e-3 * Math.abs(x) + tolerance / 3;
      if (Math.abs(x - middle) <= 2 * enough - (b - a) / 2) {
        break;
      }
      double r = (x - w) * (fx - fv);
      double q = (x - v) * (fx - fw);
      double p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      p = q > 0 ? -p : p;
      q = Math.abs(q);
      boolean parabola =
          Math.abs(e) > enough
              && Math.abs(p) < Math.abs(q * e / 2)
              && p > q * (a - x)
              && p < q * (b - x);
      if (parabola) {
        e = d;
        d = p / q;
      } else {
        e = x < middle ? b - x : a - x;
        d = GOLDEN * e;
      }
      double u = Math.abs(d) >= enough ? x + d : x + Math.copySign(enough, d);
      double fu = -f.applyAsDouble(u);
      if (fu <= fx) {
        if (u < x) {
          b = x;
        } else {
          a = x;
        }
        v = w;
        fv = fw;
        w = x;
        fw = fx;
        x = u;
        fx = fu;
      } else {
        if (u < x) {
          a = u;
        } else {
          b = u;
        }
        if (fu <= fw || w == x) {
          v = w;
          fv = fw;
          w = u;
          fw = fu;
        } else if (fu <= fv || v == x || v == w) {
          v = u;
          fv = fu;
        }
      }
    }
    return x;
  }
}
