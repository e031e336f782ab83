package cabildo.statistics.planning;

import java.util.Arrays;
import java.util.PriorityQueue;

/// Division of a sample over strata: min Σ a_h²/n_h with Σ n_h = n and l_h ≤ n_h ≤ N_h.
///
/// The rule is in the measure a_h (see [AllocationRule]). Wright (2017), *Statistics and
/// Probability Letters* 129, for the exact whole-number solution.
///
/// @param measure a_h, at least 0
/// @param lower l_h
/// @param upper N_h
@SuppressWarnings("ArrayRecordComponent")
public record Allocation(double[] measure, long[] lower, long[] upper) {
  /// Refuses lists of unequal length and bounds that cross.
  public Allocation {
    if (measure.length != lower.length || measure.length != upper.length) {
      throw new IllegalArgumentException(
          "measure, lower and upper must have one value per stratum");
    }
    for (int h = 0; h < measure.length; h++) {
      if (!(measure[h] >= 0) || lower[h] < 0) {
        throw new IllegalArgumentException("stratum " + h + " has a negative measure or bound");
      }
    }
  }

  /// Whether some allocation of n exists: Σ min(l_h, N_h) ≤ n ≤ Σ N_h.
  public boolean isFeasible(long n) {
    return least() <= n && n <= Arrays.stream(upper).sum();
  }

  /// Σ l_h: the smallest sample that keeps every lower bound.
  public long least() {
    long sum = 0;
    for (int h = 0; h < lower.length; h++) {
      sum += Math.min(lower[h], upper[h]);
    }
    return sum;
  }

  /// n_h = clip(a_h/λ, l_h, N_h) with λ by bisection on Σ n_h = n.
  ///
  /// @throws IllegalArgumentException when infeasible
  public double[] continuous(double n) {
    requireFeasible((long) Math.ceil(n));
    double low = 0;
    double high = 1;
    while (sum(clipped(high)) > n && high < 1e300) {
      low = high;
      high *= 4;
    }
    for (int i = 0; i < 2000 && high - low > 0; i++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (sum(clipped(middle)) > n) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return clipped(high);
  }

  private double[] clipped(double lambda) {
    double[] n = new double[measure.length];
    for (int h = 0; h < n.length; h++) {
      double bottom = Math.min(lower[h], upper[h]);
      n[h] = Math.clamp(measure[h] / lambda, bottom, (double) upper[h]);
    }
    return n;
  }

  /// Whole n_h: from l_h, one unit at a time to the stratum with largest a_h²/(n_h(n_h+1)); ties go
  /// to the lower stratum. Optimal because the objective is separable and convex.
  ///
  /// @throws IllegalArgumentException when infeasible
  public long[] whole(long n) {
    requireFeasible(n);
    long[] size = new long[measure.length];
    PriorityQueue<Gain> gains = new PriorityQueue<>();
    for (int h = 0; h < size.length; h++) {
      size[h] = Math.min(lower[h], upper[h]);
      if (size[h] < upper[h]) {
        gains.add(Gain.of(measure[h], size[h], h));
      }
    }
    for (long left = n - least(); left > 0; left--) {
      Gain best = gains.remove();
      size[best.stratum]++;
      if (size[best.stratum] < upper[best.stratum]) {
        gains.add(Gain.of(measure[best.stratum], size[best.stratum], best.stratum));
      }
    }
    return size;
  }

  private record Gain(double value, int stratum) implements Comparable<Gain> {
    static Gain of(double a, long n, int stratum) {
      double value = n == 0 ? Double.POSITIVE_INFINITY : a * a / (n * (n + 1.0));
      return new Gain(value, stratum);
    }

    @Override
    public int compareTo(Gain other) {
      int byValue = Double.compare(other.value, value);
      return byValue != 0 ? byValue : Integer.compare(stratum, other.stratum);
    }
  }

  /// Σ a_h²/n_h.
  public double objective(double[] n) {
    double sum = 0;
    for (int h = 0; h < n.length; h++) {
      sum += measure[h] * measure[h] / n[h];
    }
    return sum;
  }

  private void requireFeasible(long n) {
    if (!isFeasible(n)) {
      throw new IllegalArgumentException(
          "INFEASIBLE: n = "
              + n
              + " but the lower bounds need "
              + least()
              + " and the strata hold "
              + Arrays.stream(upper).sum());
    }
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value;
    }
    return sum;
  }
}
