package cabildo.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;

/// Counts with the sums that are published about them.
///
/// @param counts respondents per cell
/// @param sums groups of cells whose sum is published
@SuppressWarnings("ArrayRecordComponent")
public record PublishedTable(double[] counts, List<List<Integer>> sums) {
  /// Refuses negative counts and sums over cells that do not exist.
  public PublishedTable {
    for (double count : counts) {
      if (!(count >= 0)) {
        throw new IllegalArgumentException("counts must be at least 0, but one is " + count);
      }
    }
    sums = sums.stream().map(List::copyOf).toList();
    for (List<Integer> sum : sums) {
      for (int cell : sum) {
        if (cell < 0 || cell >= counts.length) {
          throw new IllegalArgumentException("a published sum names cell " + cell);
        }
      }
    }
  }

  /// A two-way table, cell = row × columns + column, whose row, column and grand totals are
  /// published.
  public static PublishedTable twoWay(double[][] counts) {
    int rows = counts.length;
    int columns = counts[0].length;
    double[] cells = new double[rows * columns];
    List<List<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      List<Integer> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        cells[i * columns + j] = counts[i][j];
        row.add(i * columns + j);
      }
      sums.add(row);
    }
    for (int j = 0; j < columns; j++) {
      List<Integer> column = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        column.add(i * columns + j);
      }
      sums.add(column);
    }
    return new PublishedTable(cells, sums);
  }

  /// One row of children with their published total.
  public static PublishedTable oneWay(double[] children) {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < children.length; i++) {
      all.add(i);
    }
    return new PublishedTable(children.clone(), List.of(all));
  }

  /// Cells below the threshold; an empty cell is safe when `zeroIsSafe`.
  public boolean[] small(double threshold, boolean zeroIsSafe) {
    boolean[] small = new boolean[counts.length];
    for (int i = 0; i < counts.length; i++) {
      small[i] = counts[i] < threshold && !(zeroIsSafe && counts[i] == 0);
    }
    return small;
  }
}
