package cabildo.statistics.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Definitions of a weighted quantile. `MATH` is the default.
///
/// The numbered rules extend Hyndman and Fan (1996), *The American Statistician* 50, to weights as
/// the R package survey 4.1 does; `SHAHVAISH` after Shah and Vaish (2006), in the form of that
/// package, is kept for comparison only. Below the share of the first order statistic the step
/// rules answer with the second one: that package does, and the reference values hold it.
public enum QuantileRule {
  /// Left-continuous inverse of the weighted distribution function.
  MATH,
  /// As `MATH`, but the mean of both neighbours where the distribution function equals p.
  SCHOOL,
  /// Shah and Vaish.
  SHAHVAISH,
  /// Hyndman and Fan 1, the same as `MATH`.
  HF1,
  /// Hyndman and Fan 2, the same as `SCHOOL`.
  HF2,
  /// Hyndman and Fan 3: nearest even order statistic.
  HF3,
  /// Hyndman and Fan 4: linear interpolation of the distribution function.
  HF4,
  /// Hyndman and Fan 5.
  HF5,
  /// Hyndman and Fan 6.
  HF6,
  /// Hyndman and Fan 7.
  HF7,
  /// Hyndman and Fan 8.
  HF8,
  /// Hyndman and Fan 9.
  HF9;

  /// The quantile of values with weights; NaN when no weight is above 0 or p is not in [0, 1].
  public double of(double[] values, double[] weights, double p) {
    int[] order =
        IntStream.range(0, values.length)
            .filter(i -> weights[i] > 0 && !Double.isNaN(values[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    if (order.length == 0 || !(p >= 0 && p <= 1)) {
      return Double.NaN;
    }
    double[] x = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    double[] w = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
    return x.length == 1 ? x[0] : sorted(x, w, p);
  }

  private double sorted(double[] x, double[] w, double p) {
    return switch (this) {
      case MATH, HF1 -> Step.at(x, w, p).exact() ? Step.at(x, w, p).low() : Step.at(x, w, p).high();
      case SCHOOL, HF2 -> {
        Step step = Step.at(x, w, p);
        yield step.exact() ? (step.low() + step.high()) / 2 : step.high();
      }
      case HF3 -> nearestEven(x, w, p);
      case HF4 -> {
        Step step = Step.at(x, w, p);
        double share = step.below() / (step.above() + step.below());
        yield step.low() * (1 - share) + step.high() * share;
      }
      case SHAHVAISH -> constant(x, positions(w), p);
      case HF5, HF6, HF7, HF8, HF9 -> linear(x, positions(w), p);
    };
  }

  private static double nearestEven(double[] x, double[] w, double p) {
    double[] distinct = Arrays.stream(x).distinct().toArray();
    double[] sums = new double[distinct.length];
    for (int i = 0, j = 0; i < x.length; i++) {
      j += x[i] != distinct[j] ? 1 : 0;
      sums[j] += w[i];
    }
    Step step = Step.at(distinct, sums, p);
    return step.exact() && step.index() % 2 == 0 ? step.low() : step.high();
  }

  /// Plotting positions of the order statistics.
  private double[] positions(double[] w) {
    int n = w.length;
    double[] cumulative = w.clone();
    for (int i = 1; i < n; i++) {
      cumulative[i] += cumulative[i - 1];
    }
    double sum = cumulative[n - 1];
    double[] position = new double[n];
    for (int i = 0; i < n; i++) {
      double before = i == 0 ? 0 : cumulative[i - 1];
      double after = cumulative[i];
      position[i] =
          switch (this) {
            case HF5 -> (after - w[i] / 2) / sum;
            case HF6 -> after / (sum + w[n - 1]);
            case HF7 -> before / cumulative[n - 2];
            case HF8 -> (before / 3 + after * 2 / 3) / (sum + w[n - 1] / 3);
            case HF9 -> (before * 3 / 8 + after * 5 / 8) / (sum + w[n - 1] / 4);
            case SHAHVAISH -> (after * n / sum + 0.5 - w[i] / 2) / (n + 1);
            case MATH, SCHOOL, HF1, HF2, HF3, HF4 -> Double.NaN;
          };
    }
    return position;
  }

  private static double linear(double[] x, double[] position, double p) {
    int n = x.length;
    if (p <= position[0]) {
      return x[0];
    }
    for (int i = 1; i < n; i++) {
      if (p <= position[i]) {
        double share = (p - position[i - 1]) / (position[i] - position[i - 1]);
        return x[i - 1] + share * (x[i] - x[i - 1]);
      }
    }
    return x[n - 1];
  }

  /// Step function through (position, x) with positions in any order; ties take the mean.
  private static double constant(double[] x, double[] position, double p) {
    double best = Double.NEGATIVE_INFINITY;
    double lowest = Double.POSITIVE_INFINITY;
    for (double place : position) {
      lowest = Math.min(lowest, place);
      best = place <= p ? Math.max(best, place) : best;
    }
    double place = Double.isInfinite(best) ? lowest : best;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < x.length; i++) {
      if (position[i] == place) {
        sum += x[i];
        count++;
      }
    }
    return sum / count;
  }

  /// The order statistics around p.
  private record Step(double low, double high, int index, double below, double above) {
    static Step at(double[] x, double[] w, double p) {
      double sum = 0;
      for (double weight : w) {
        sum += weight;
      }
      double cumulative = 0;
      double reached = 0;
      int position = -1;
      for (int i = 0; i < x.length; i++) {
        cumulative += w[i];
        if (cumulative <= p * sum) {
          position = i;
          reached = cumulative;
        }
      }
      if (position < 0) {
        position = 0;
        reached = w[0];
      }
      int next = Math.min(position + 1, x.length - 1);
      double above = (next == position ? reached : reached + w[next]) / sum - p;
      return new Step(x[position], x[next], position + 1, p - reached / sum, above);
    }

    boolean exact() {
      return below == 0;
    }
  }
}
