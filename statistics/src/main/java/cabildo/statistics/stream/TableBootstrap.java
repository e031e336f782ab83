package cabildo.statistics.stream;

import cabildo.statistics.replicate.CounterRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rao-Wu-Yue bootstrap of the means of every item in every domain, from the table alone.
///
/// m_h = n_h-1 draws; a unit's sums count × [1-λ_h+λ_h (n_h/m_h) c_hi], λ_h =
/// √(m_h(1-f_h)/(n_h-1)). The draws come from a counter-based generator keyed by (seed, stratum,
/// replicate, draw), so any replicate can be recomputed alone and neither order nor threads matter.
///
/// @param items number of items
/// @param variance (1/R) Σ(θ_r-θ)², by domain × items + item
/// @param replicates R
@SuppressWarnings("ArrayRecordComponent")
public record TableBootstrap(int items, double[] variance, int replicates) {

  /// Variances of the means of all domains.
  public static TableBootstrap of(
      PsuItemTable table, Domains domains, int replicates, long seed, int threads) {
    int items = table.items();
    double[] variance = new double[domains.count() * items];
    int[][] groups = domains.groups();
    int[] placeOfPsu = places(table.units());
    List<Runnable> parts = new ArrayList<>();
    int chunk = Math.max(1, domains.count() / (threads * 8));
    for (int from = 0; from < domains.count(); from += chunk) {
      int first = from;
      int last = Math.min(domains.count(), from + chunk);
      parts.add(() -> {
        for (int d = first; d < last; d++) {
          double[] v = new Domain(table, groups[d], placeOfPsu).variances(replicates, seed);
          System.arraycopy(v, 0, variance, d * items, items);
        }
      });
    }
    PsuItemTable.inParallel(parts, threads);
    return new TableBootstrap(items, variance, replicates);
  }

  /// Position of every unit among the listed units of its stratum.
  private static int[] places(Units units) {
    int[] next = new int[units.strata()];
    int[] place = new int[units.psus()];
    for (int psu = 0; psu < place.length; psu++) {
      place[psu] = next[units.stratumOfPsu()[psu]]++;
    }
    return place;
  }

  /// Whether two results agree to the last bit.
  public boolean isIdenticalTo(TableBootstrap other) {
    return Arrays.equals(variance, other.variance);
  }

  /// One domain's sums: Σw of all items, then Σwy of all items, per group.
  private static final class Domain {
    private final Units units;
    private final int items;
    private final int[] psu;
    private final double[] sums;
    private final int[] placeOfPsu;
    private static final int BLOCK = 4;
    private final int[] group = new int[BLOCK];
    private final double[] factors = new double[BLOCK];
    private int waiting;

    Domain(PsuItemTable table, int[] groups, int[] placeOfPsu) {
      this.units = table.units();
      this.items = table.items();
      this.placeOfPsu = placeOfPsu;
      this.psu = new int[groups.length];
      this.sums = new double[groups.length * 2 * items];
      for (int g = 0; g < groups.length; g++) {
        int unit = groups[g] / table.cells();
        int cell = groups[g] % table.cells();
        psu[g] = unit;
        for (int item = 0; item < items; item++) {
          sums[g * 2 * items + item] = table.weight(unit, cell, item);
          sums[g * 2 * items + items + item] = table.total(unit, cell, item);
        }
      }
    }

    double[] variances(int replicates, long seed) {
      double[] theta = new double[items];
      double[] row = new double[2 * items];
      for (int g = 0; g < psu.length; g++) {
        add(row, g, 1);
      }
      for (int item = 0; item < items; item++) {
        theta[item] = row[items + item] / row[item];
      }
      double[] squares = new double[items];
      int[] usable = new int[items];
      for (int r = 0; r < replicates; r++) {
        replicate(row, r, seed);
        for (int item = 0; item < items; item++) {
          if (row[item] > 0) {
            double miss = row[items + item] / row[item] - theta[item];
            squares[item] += miss * miss;
            usable[item]++;
          }
        }
      }
      for (int item = 0; item < items; item++) {
        squares[item] /= usable[item];
      }
      return squares;
    }

    private void replicate(double[] row, int r, long seed) {
      Arrays.fill(row, 0);
      int g = 0;
      int[] counts = {};
      while (g < psu.length) {
        int h = units.stratumOfPsu()[psu[g]];
        int n = units.sampled()[h];
        int m = Math.max(1, n - 1);
        counts = counts.length == n ? counts : new int[n];
        Arrays.fill(counts, 0);
        long stream = CounterRandom.stream(seed, h, r);
        for (int draw = 0; draw < m; draw++) {
          counts[(int) (((CounterRandom.bits(stream, draw) >>> 32) * n) >>> 32)]++;
        }
        double lambda = n > 1 ? Math.sqrt(m * (1 - units.fraction()[h]) / (n - 1.0)) : 0;
        while (g < psu.length && units.stratumOfPsu()[psu[g]] == h) {
          double factor = 1 - lambda + lambda * n / m * counts[placeOfPsu[psu[g]]];
          if (factor != 0) {
            group[waiting] = g;
            factors[waiting++] = factor;
          }
          if (waiting == BLOCK) {
            addBlock(row);
          }
          g++;
        }
      }
      while (waiting > 0) {
        waiting--;
        add(row, group[waiting], factors[waiting]);
      }
    }

    /// Four groups at once: one pass over the row instead of four.
    private void addBlock(double[] row) {
      int a = group[0] * row.length;
      int b = group[1] * row.length;
      int c = group[2] * row.length;
      int d = group[3] * row.length;
      double fa = factors[0];
      double fb = factors[1];
      double fc = factors[2];
      double fd = factors[3];
      for (int j = 0; j < row.length; j++) {
        row[j] += fa * sums[a + j] + fb * sums[b + j] + fc * sums[c + j] + fd * sums[d + j];
      }
      waiting = 0;
    }

    private void add(double[] row, int group, double factor) {
      int from = group * row.length;
      for (int j = 0; j < row.length; j++) {
        row[j] += factor * sums[from + j];
      }
    }
  }
}
