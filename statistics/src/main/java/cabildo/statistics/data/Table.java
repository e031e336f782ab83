package cabildo.statistics.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Named columns of equal length; an empty cell is missing.
///
/// Cells are kept as text, and numbers are read on request, so that a wrong cell is reported with
/// its line and column.
public final class Table {
  private final String source;
  private final int firstLine;
  private final Map<String, List<@Nullable String>> columns;
  private final Map<String, double[]> numbers = new LinkedHashMap<>();
  private final int rows;

  private Table(String source, int firstLine, Map<String, List<@Nullable String>> columns) {
    this.source = source;
    this.firstLine = firstLine;
    this.columns = columns;
    this.rows = columns.isEmpty() ? 0 : columns.values().iterator().next().size();
  }

  /// A table whose first data row stands on line `firstLine` of `source`.
  ///
  /// @throws IllegalArgumentException when columns differ in length
  public static Table of(
      String source, int firstLine, Map<String, List<@Nullable String>> columns) {
    Map<String, List<@Nullable String>> copy = new LinkedHashMap<>();
    int rows = -1;
    for (var column : columns.entrySet()) {
      if (rows >= 0 && column.getValue().size() != rows) {
        throw new IllegalArgumentException("column " + column.getKey() + " has another length");
      }
      rows = column.getValue().size();
      copy.put(column.getKey(), Collections.unmodifiableList(new ArrayList<>(column.getValue())));
    }
    return new Table(source, firstLine, copy);
  }

  /// How many rows.
  public int rows() {
    return rows;
  }

  /// Column names in the order of the source.
  public List<String> names() {
    return List.copyOf(columns.keySet());
  }

  /// Whether the column exists.
  public boolean has(String name) {
    return columns.containsKey(name);
  }

  /// Cells as text; `null` is missing.
  ///
  /// @throws TableException when there is no such column
  public List<@Nullable String> text(String name) {
    List<@Nullable String> column = columns.get(name);
    if (column == null) {
      throw new TableException(source, 1, name, "there is no such column; the file has " + names());
    }
    return column;
  }

  /// Cells as numbers; NaN is missing.
  ///
  /// @throws TableException when a cell is not a number
  public double[] numbers(String name) {
    double[] known = numbers.get(name);
    if (known != null) {
      return known;
    }
    List<@Nullable String> column = text(name);
    double[] values = new double[rows];
    for (int i = 0; i < rows; i++) {
      values[i] = number(name, i, column.get(i));
    }
    numbers.put(name, values);
    return values;
  }

  private double number(String name, int row, @Nullable String cell) {
    if (cell == null) {
      return Double.NaN;
    }
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException notANumber) {
      throw new TableException(
          source, firstLine + row, name, "'" + cell + "' is not a number", notANumber);
    }
  }

  /// Whether every present cell of the column reads as a number.
  public boolean isNumeric(String name) {
    try {
      numbers(name);
      return true;
    } catch (TableException notNumeric) {
      return false;
    }
  }

  /// Distinct present values, numbers in numeric order and other text in code-point order.
  public List<String> levels(String name) {
    TreeSet<String> levels = new TreeSet<>(isNumeric(name) ? Table::byNumber : String::compareTo);
    for (String cell : text(name)) {
      if (cell != null) {
        levels.add(cell);
      }
    }
    return List.copyOf(levels);
  }

  private static int byNumber(String a, String b) {
    return Double.compare(Double.parseDouble(a), Double.parseDouble(b));
  }

  /// A refusal that names a place in this table.
  public TableException refuse(int row, String column, String reason) {
    return new TableException(source, firstLine + row, column, reason);
  }

  /// Rows of this table followed by those of another with the same columns.
  public Table stackedOn(Table other) {
    Map<String, List<@Nullable String>> stacked = new LinkedHashMap<>();
    for (var column : columns.entrySet()) {
      if (other.has(column.getKey())) {
        List<@Nullable String> cells = new ArrayList<>(column.getValue());
        cells.addAll(other.text(column.getKey()));
        stacked.put(column.getKey(), cells);
      }
    }
    return of(source, firstLine, stacked);
  }

  /// This table with one more column.
  public Table with(String name, List<@Nullable String> cells) {
    Map<String, List<@Nullable String>> wider = new LinkedHashMap<>(columns);
    wider.put(name, cells);
    return of(source, firstLine, wider);
  }
}
