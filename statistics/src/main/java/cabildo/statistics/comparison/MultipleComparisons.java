package cabildo.statistics.comparison;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Adjusted p-values.
public final class MultipleComparisons {
  private MultipleComparisons() {}

  /// Holm's step-down adjustment, for comparisons inside one question.
  ///
  /// Holm (1979), *Scandinavian Journal of Statistics* 6.
  public static double[] holm(double[] p) {
    double[] adjusted = new double[p.length];
    double worst = 0;
    int[] order = order(p);
    for (int rank = 0; rank < order.length; rank++) {
      worst = Math.max(worst, Math.min(1, (p.length - rank) * p[order[rank]]));
      adjusted[order[rank]] = worst;
    }
    return adjusted;
  }

  /// Benjamini and Hochberg's false discovery rate, for screens over questions and municipalities.
  ///
  /// Benjamini and Hochberg (1995), *JRSS B* 57.
  public static double[] benjaminiHochberg(double[] p) {
    double[] adjusted = new double[p.length];
    double best = 1;
    int[] order = order(p);
    for (int rank = order.length - 1; rank >= 0; rank--) {
      best = Math.min(best, (double) p.length / (rank + 1) * p[order[rank]]);
      adjusted[order[rank]] = best;
    }
    return adjusted;
  }

  private static int[] order(double[] p) {
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
