package cabildo.statistics.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// Downhill simplex minimisation, restarted until a restart no longer helps.
///
/// Nelder and Mead (1965), *The Computer Journal* 7.
public final class NelderMead {
  private static final int MAX_STEPS = 4000;

  private NelderMead() {}

  /// A place near `start` where `f` is locally smallest.
  public static double[] minimise(
      ToDoubleFunction<double[]> f, double[] start, double step, double tolerance) {
    double[] best = start;
    double before = Double.POSITIVE_INFINITY;
    for (int restart = 0; restart < 6; restart++) {
      best = once(f, best, restart == 0 ? step : step / 5, tolerance);
      double value = f.applyAsDouble(best);
      if (before - value < tolerance) {
        break;
      }
      before = value;
    }
    return best;
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Vertex(double[] at, double value) {}

  private static double[] once(
      ToDoubleFunction<double[]> f, double[] start, double step, double tolerance) {
    int n = start.length;
    Vertex[] simplex = new Vertex[n + 1];
    for (int i = 0; i <= n; i++) {
      double[] at = start.clone();
      if (i < n) {
        at[i] += step;
      }
      simplex[i] = new Vertex(at, f.applyAsDouble(at));
    }
    for (int i = 0; i < MAX_STEPS; i++) {
      Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
      if (simplex[n].value - simplex[0].value < tolerance) {
        break;
      }
      Vertex worst = simplex[n];
      Vertex reflected = along(f, simplex, 1);
      if (reflected.value < simplex[0].value) {
        Vertex far = along(f, simplex, 2);
        simplex[n] = far.value < reflected.value ? far : reflected;
      } else if (reflected.value < simplex[n - 1].value) {
        simplex[n] = reflected;
      } else {
        Vertex near = along(f, simplex, reflected.value < worst.value ? 0.5 : -0.5);
        if (near.value < Math.min(worst.value, reflected.value)) {
          simplex[n] = near;
        } else {
          shrink(f, simplex);
        }
      }
    }
    Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
    return simplex[0].at;
  }

  private static Vertex along(ToDoubleFunction<double[]> f, Vertex[] simplex, double distance) {
    int n = simplex.length - 1;
    double[] at = new double[n];
    for (int j = 0; j < n; j++) {
      double centre = 0;
      for (int i = 0; i < n; i++) {
        centre += simplex[i].at[j] / n;
      }
      at[j] = centre + distance * (centre - simplex[n].at[j]);
    }
    return new Vertex(at, f.applyAsDouble(at));
  }

  private static void shrink(ToDoubleFunction<double[]> f, Vertex[] simplex) {
    for (int i = 1; i < simplex.length; i++) {
      double[] at = simplex[i].at.clone();
      for (int j = 0; j < at.length; j++) {
        at[j] = (at[j] + simplex[0].at[j]) / 2;
      }
      simplex[i] = new Vertex(at, f.applyAsDouble(at));
    }
  }
}
