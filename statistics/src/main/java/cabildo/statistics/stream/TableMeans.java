package cabildo.statistics.stream;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Means of every item in every domain with linearised standard errors, from the table alone.
///
/// V = Σ_h (1-f_h) n_h/(n_h-1) Σ_i (t_hi-t̄_h)² with t_hi = (Σwy-ȳΣw)/Ŵ over the domain's rows of
/// unit i, and 0 for drawn units without any. Strata with a single drawn unit are centred at zero.
///
/// @param items number of items
/// @param estimate by domain × items + item; NaN inside, `null` through the accessors
/// @param variance likewise
/// @param n respondents
/// @param df units with answers minus their strata
@SuppressWarnings("ArrayRecordComponent")
public record TableMeans(int items, double[] estimate, double[] variance, long[] n, int[] df) {

  /// Means of all domains on some threads; the numbers do not depend on how many.
  public static TableMeans of(PsuItemTable table, Domains domains, int threads) {
    int items = table.items();
    int size = domains.count() * items;
    TableMeans means =
        new TableMeans(items, new double[size], new double[size], new long[size], new int[size]);
    int[][] groups = domains.groups();
    List<Runnable> parts = new ArrayList<>();
    int chunk = Math.max(1, domains.count() / (threads * 8));
    for (int from = 0; from < domains.count(); from += chunk) {
      int first = from;
      int last = Math.min(domains.count(), from + chunk);
      parts.add(() -> {
        for (int d = first; d < last; d++) {
          for (int item = 0; item < items; item++) {
            means.fill(table, groups[d], d, item);
          }
        }
      });
    }
    PsuItemTable.inParallel(parts, threads);
    return means;
  }

  private void fill(PsuItemTable table, int[] groups, int domain, int item) {
    int at = domain * items + item;
    double weight = 0;
    double total = 0;
    for (int group : groups) {
      int unit = group / table.cells();
      int cell = group % table.cells();
      weight += table.weight(unit, cell, item);
      total += table.total(unit, cell, item);
      n[at] += table.n(unit, cell, item);
    }
    estimate[at] = total / weight;
    if (!(weight > 0)) {
      estimate[at] = Double.NaN;
      variance[at] = Double.NaN;
      return;
    }
    double mean = estimate[at];
    double[] t = new double[groups.length];
    int units = 0;
    int stratum = -1;
    int seen = 0;
    int previous = -1;
    for (int group : groups) {
      int unit = group / table.cells();
      int cell = group % table.cells();
      if (table.n(unit, cell, item) == 0) {
        continue;
      }
      int h = table.units().stratumOfPsu()[unit];
      if (h != stratum && stratum >= 0) {
        variance[at] += contribution(table.units(), stratum, t, units);
        units = 0;
        previous = -1;
      }
      seen += h != stratum ? 1 : 0;
      stratum = h;
      if (unit != previous) {
        t[units++] = 0;
        df[at]++;
        previous = unit;
      }
      t[units - 1] +=
          (table.total(unit, cell, item) - mean * table.weight(unit, cell, item)) / weight;
    }
    variance[at] += contribution(table.units(), stratum, t, units);
    df[at] -= seen;
  }

  private static double contribution(Units units, int h, double[] t, int present) {
    int drawn = units.sampled()[h];
    double left = 1 - units.fraction()[h];
    if (left < 1e-9) {
      return 0;
    }
    double mean = 0;
    for (int i = 0; i < present; i++) {
      mean += t[i] / drawn;
    }
    mean = drawn == 1 ? 0 : mean;
    double sum = (drawn - present) * mean * mean;
    for (int i = 0; i < present; i++) {
      sum += (t[i] - mean) * (t[i] - mean);
    }
    return left * (drawn > 1 ? drawn / (drawn - 1.0) : 1) * sum;
  }

  /// What one mean is worth.
  public Status status(int domain, int item) {
    int at = domain * items + item;
    if (n[at] == 0) {
      return Status.NO_DATA;
    }
    if (Double.isNaN(estimate[at])) {
      return Status.ZERO_WEIGHT;
    }
    return df[at] <= 0 ? Status.VARIANCE_NOT_ESTIMABLE : Status.OK;
  }

  /// The mean, or `null`.
  public @Nullable Double mean(int domain, int item) {
    return Numbers.orNull(estimate[domain * items + item]);
  }

  /// Its standard error, or `null`.
  public @Nullable Double se(int domain, int item) {
    return status(domain, item) == Status.OK
        ? Numbers.orNull(Math.sqrt(variance[domain * items + item]))
        : null;
  }

  /// Whether two results agree to the last bit.
  public boolean isIdenticalTo(TableMeans other) {
    return Arrays.equals(estimate, other.estimate)
        && Arrays.equals(variance, other.variance)
        && Arrays.equals(n, other.n)
        && Arrays.equals(df, other.df);
  }
}
