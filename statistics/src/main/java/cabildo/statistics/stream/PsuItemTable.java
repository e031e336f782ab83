package cabildo.statistics.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Sums per (unit, cell, item): n, Σw, Σwy and Σwy² over rows that answered the item.
///
/// All estimators except quantiles and propensity models are functions of this table. Weights are
/// whole multiples of 2⁻¹⁶ and sums are whole numbers, so additions are exact: the table is the
/// same to the last bit for any order of rows and any number of threads, two tables can be merged,
/// and an answer can be taken out again when a person corrects it.
public final class PsuItemTable {
  /// Weight units in one.
  public static final double UNIT = 65536;

  private static final int FIELDS = 4;

  private final Units units;
  private final int cells;
  private final int items;
  private final long[] sums;

  /// An empty table.
  public PsuItemTable(Units units, int cells, int items) {
    this.units = units;
    this.cells = cells;
    this.items = items;
    this.sums = new long[Math.multiplyExact(units.psus() * cells, items * FIELDS)];
  }

  /// The table of a sample, by one pass on some threads.
  ///
  /// @throws IllegalArgumentException when a row names a unit or cell that does not exist
  public static PsuItemTable of(ColumnarSample sample, Units units, int cells, int threads) {
    PsuItemTable table = new PsuItemTable(units, cells, sample.items());
    RowOrder order = RowOrder.of(sample, units.psus(), cells);
    // Each thread owns a range of groups, so that no sum is shared and nothing has to be merged.
    List<Runnable> parts = new ArrayList<>();
    int groups = units.psus() * cells;
    int ranges = threads == 1 ? 1 : threads * 4;
    for (int t = 0; t < ranges; t++) {
      int from = (int) ((long) groups * t / ranges);
      int to = (int) ((long) groups * (t + 1) / ranges);
      parts.add(() -> table.addGroups(sample, order, from, to));
    }
    inParallel(parts, threads);
    return table;
  }

  static void inParallel(List<Runnable> parts, int threads) {
    if (threads == 1) {
      parts.forEach(Runnable::run);
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running = new ArrayList<>();
      parts.forEach(part -> running.add(pool.submit(part)));
      for (Future<?> one : running) {
        one.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the pass was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }

  /// Adds the rows of a range of groups through a histogram of answers per item.
  ///
  /// One packed addition per answer: the count in the upper 16 bits, the weight in the lower 48.
  /// The histogram is emptied before either can overflow.
  private void addGroups(ColumnarSample sample, RowOrder order, int from, int to) {
    int bits = 32 - Integer.numberOfLeadingZeros(sample.largestAnswer() + 1);
    long[] histogram = new long[items << bits];
    byte[] answers = sample.answers();
    for (int group = from; group < to; group++) {
      int pending = 0;
      long heaviest = 0;
      for (int at = order.start(group); at < order.start(group + 1); at++) {
        int row = order.row(at);
        long weight = units(sample.weight()[row]);
        heaviest = Math.max(heaviest, weight);
        long packed = (1L << 48) + weight;
        count(histogram, answers, row * items, 1 << bits, packed);
        if (++pending == 0x7FFF || heaviest * (pending + 1) >= 1L << 47) {
          empty(histogram, bits, group);
          pending = 0;
          heaviest = 0;
        }
      }
      empty(histogram, bits, group);
    }
  }

  private static void count(long[] histogram, byte[] answers, int from, int step, long packed) {
    int answer = from;
    for (int slot = 1; slot < histogram.length; slot += step) {
      histogram[slot + answers[answer++]] += packed;
    }
  }

  private void empty(long[] histogram, int bits, int group) {
    int at = group * items * FIELDS;
    for (int item = 0; item < items; item++) {
      int slot = item << bits;
      histogram[slot] = 0;
      for (int y = 0; y < (1 << bits) - 1; y++) {
        long packed = histogram[slot + y + 1];
        if (packed != 0) {
          long weight = packed & 0xFFFFFFFFFFFFL;
          sums[at] += packed >>> 48;
          sums[at + 1] += weight;
          sums[at + 2] += weight * y;
          sums[at + 3] += weight * y * y;
          histogram[slot + y + 1] = 0;
        }
      }
      at += FIELDS;
    }
  }

  private int start(int unit, int cell) {
    if (cell < 0 || cell >= cells || unit < 0 || unit >= units.psus()) {
      throw new IllegalArgumentException("there is no unit " + unit + " with cell " + cell);
    }
    return (unit * cells + cell) * items * FIELDS;
  }

  /// A weight in whole units.
  public static long units(double weight) {
    if (!(weight >= 0 && weight < 1L << 30)) {
      throw new IllegalArgumentException("weights must be in [0, 2^30), but one is " + weight);
    }
    return Math.round(weight * UNIT);
  }

  private void addRow(int start, long weight, byte[] answers, int from, int sign) {
    long signed = sign * weight;
    int at = start;
    for (int item = from; item < from + items; item++) {
      long y = answers[item];
      if (y >= 0) {
        long wy = signed * y;
        sums[at] += sign;
        sums[at + 1] += signed;
        sums[at + 2] += wy;
        sums[at + 3] += wy * y;
      }
      at += FIELDS;
    }
  }

  /// Adds one answer sheet.
  public void add(int unit, int cell, double weight, byte[] answers) {
    addRow(start(unit, cell), units(weight), answers, 0, 1);
  }

  /// Takes out an answer sheet that was added before.
  public void remove(int unit, int cell, double weight, byte[] answers) {
    addRow(start(unit, cell), units(weight), answers, 0, -1);
  }

  /// Adds another table over the same units, cells and items.
  public void merge(PsuItemTable other) {
    if (other.sums.length != sums.length || other.items != items || other.cells != cells) {
      throw new IllegalArgumentException("the tables have different units, cells or items");
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.sums[i];
    }
  }

  /// The units of the table.
  public Units units() {
    return units;
  }

  /// Number of cells.
  public int cells() {
    return cells;
  }

  /// Number of items.
  public int items() {
    return items;
  }

  /// Respondents.
  public long n(int unit, int cell, int item) {
    return sums[start(unit, cell) + item * FIELDS];
  }

  /// Σw.
  public double weight(int unit, int cell, int item) {
    return sums[start(unit, cell) + item * FIELDS + 1] / UNIT;
  }

  /// Σwy.
  public double total(int unit, int cell, int item) {
    return sums[start(unit, cell) + item * FIELDS + 2] / UNIT;
  }

  /// Σwy².
  public double squares(int unit, int cell, int item) {
    return sums[start(unit, cell) + item * FIELDS + 3] / UNIT;
  }

  /// Whether two tables hold the same sums.
  public boolean hasSameSums(PsuItemTable other) {
    return java.util.Arrays.equals(sums, other.sums);
  }
}
