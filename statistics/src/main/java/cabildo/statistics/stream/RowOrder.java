package cabildo.statistics.stream;

import org.jspecify.annotations.Nullable;

/// Rows of a sample by group (unit × cells + cell), by counting; rows already in order are left
/// alone.
///
/// @param starts place of the first row of every group, and the number of rows at the end
/// @param rows row at every place, or `null` when places are rows
@SuppressWarnings("ArrayRecordComponent")
record RowOrder(int[] starts, int @Nullable [] rows) {

  static RowOrder of(ColumnarSample sample, int psus, int cells) {
    int[] starts = new int[psus * cells + 1];
    boolean inOrder = true;
    int before = -1;
    for (int row = 0; row < sample.rows(); row++) {
      int group = group(sample, psus, cells, row);
      inOrder &= group >= before;
      before = group;
      starts[group + 1]++;
    }
    for (int group = 1; group < starts.length; group++) {
      starts[group] += starts[group - 1];
    }
    if (inOrder) {
      return new RowOrder(starts, null);
    }
    int[] next = starts.clone();
    int[] rows = new int[sample.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[next[group(sample, psus, cells, row)]++] = row;
    }
    return new RowOrder(starts, rows);
  }

  private static int group(ColumnarSample sample, int psus, int cells, int row) {
    int unit = sample.psu()[row];
    short[] cellOfRow = sample.cell();
    int cell = cellOfRow == null ? 0 : cellOfRow[row];
    if (unit < 0 || unit >= psus || cell < 0 || cell >= cells) {
      throw new IllegalArgumentException(
          "row " + row + " names unit " + unit + " and cell " + cell + ", which do not exist");
    }
    return unit * cells + cell;
  }

  int start(int group) {
    return starts[group];
  }

  int row(int place) {
    return rows == null ? place : rows[place];
  }
}
