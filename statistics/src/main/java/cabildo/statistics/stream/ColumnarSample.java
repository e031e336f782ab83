package cabildo.statistics.stream;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Answers in columns: one byte per item (-1 missing), a float weight, a unit and a cell per row.
///
/// @param items number of items
/// @param psu unit of every row
/// @param cell domain cell of every row, or `null` when there is one cell
/// @param weight design weight of every row, at least 0
/// @param answers items of the first row, then of the second, …
@SuppressWarnings("ArrayRecordComponent")
public record ColumnarSample(
    int items, int[] psu, short @Nullable [] cell, float[] weight, byte[] answers) {
  /// Refuses columns of unequal length and impossible weights.
  public ColumnarSample {
    if (psu.length != weight.length || answers.length != (long) psu.length * items) {
      throw new IllegalArgumentException("columns differ in length");
    }
    for (byte answer : answers) {
      if (answer < -1) {
        throw new IllegalArgumentException("answers must be -1 or from 0 to 127");
      }
    }
    for (float w : weight) {
      if (!(w >= 0) || Float.isInfinite(w)) {
        throw new IllegalArgumentException(
            "weights must be at least 0 and finite, but one is " + w);
      }
    }
  }

  /// The largest answer; -1 when there is none.
  public int largestAnswer() {
    byte largest = -1;
    for (byte answer : answers) {
      largest = (byte) Math.max(largest, answer);
    }
    return largest;
  }

  /// Number of rows.
  public int rows() {
    return psu.length;
  }

  /// Bytes that one pass has to read.
  public long bytes() {
    return answers.length + 8L * psu.length + (cell == null ? 0 : 2L * cell.length);
  }

  /// Grows row by row.
  public static final class Builder {
    private final int items;
    private int[] psu = new int[1024];
    private short[] cell = new short[1024];
    private float[] weight = new float[1024];
    private byte[] answers;
    private int rows;

    /// A sample without rows.
    public Builder(int items) {
      this.items = items;
      this.answers = new byte[1024 * items];
    }

    /// Adds a row whose items start at `from` in `values`.
    public void add(int unit, int domainCell, float rowWeight, byte[] values, int from) {
      if (rows == psu.length) {
        int room = (int) Math.min(Integer.MAX_VALUE / Math.max(1, items) - 8L, rows + (rows >> 1));
        psu = Arrays.copyOf(psu, room);
        cell = Arrays.copyOf(cell, room);
        weight = Arrays.copyOf(weight, room);
        answers = Arrays.copyOf(answers, room * items);
      }
      psu[rows] = unit;
      cell[rows] = (short) domainCell;
      weight[rows] = rowWeight;
      System.arraycopy(values, from, answers, rows * items, items);
      rows++;
    }

    /// The rows so far.
    public ColumnarSample build() {
      return new ColumnarSample(
          items,
          Arrays.copyOf(psu, rows),
          Arrays.copyOf(cell, rows),
          Arrays.copyOf(weight, rows),
          Arrays.copyOf(answers, rows * items));
    }
  }
}
