package cabildo.statistics.calibration;

import cabildo.statistics.data.Table;
import cabildo.statistics.data.TableException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Calibration variables of every row with their population totals.
///
/// @param names of the columns, for messages
/// @param x one array per row, one value per calibration variable
/// @param totals population totals, in the order of the columns
/// @param scale per row, the variance that divides xᵀλ; 1 for the usual distances, x for ratio
@SuppressWarnings("ArrayRecordComponent")
public record Margins(List<String> names, double[][] x, double[] totals, double[] scale) {
  /// Refuses columns and totals of different number.
  public Margins {
    names = List.copyOf(names);
    if (names.size() != totals.length) {
      throw new IllegalArgumentException(
          names.size() + " columns but " + totals.length + " totals");
    }
  }

  /// Collects terms over a table: an intercept, factors (first level left out when there is an
  /// intercept) and numeric variables.
  public static final class Builder {
    private final Table table;
    private final List<String> names = new ArrayList<>();
    private final List<double[]> columns = new ArrayList<>();
    private final List<Double> totals = new ArrayList<>();

    /// Starts with no terms.
    public Builder(Table table) {
      this.table = table;
    }

    /// The constant 1 with the population size.
    public Builder intercept(double populationSize) {
      double[] ones = new double[table.rows()];
      Arrays.fill(ones, 1);
      return add("1", ones, populationSize);
    }

    /// A numeric variable with its population total.
    public Builder numeric(String name, double total) {
      return add(name, table.numbers(name), total);
    }

    /// Indicators of the levels of a text variable with their population counts.
    ///
    /// @throws TableException when a row has a level without a count, or a counted level above zero
    ///   has no row
    public Builder factor(String name, Map<String, Double> counts) {
      List<String> levels = table.levels(name);
      for (String level : levels) {
        if (!counts.containsKey(level)) {
          throw table.refuse(0, name, "the level '" + level + "' has no population count");
        }
      }
      for (var count : counts.entrySet()) {
        if (count.getValue() > 0 && !levels.contains(count.getKey())) {
          throw table.refuse(
              0,
              name,
              "no row has the level '"
                  + count.getKey()
                  + "', whose population is "
                  + count.getValue());
        }
      }
      int skip = names.contains("1") ? 1 : 0;
      List<@Nullable String> cells = table.text(name);
      for (String level : levels.subList(skip, levels.size())) {
        double[] indicator = new double[table.rows()];
        for (int i = 0; i < indicator.length; i++) {
          indicator[i] = level.equals(cells.get(i)) ? 1 : 0;
        }
        add(name + "=" + level, indicator, counts.getOrDefault(level, 0.0));
      }
      return this;
    }

    private Builder add(String name, double[] column, double total) {
      names.add(name);
      columns.add(column);
      totals.add(total);
      return this;
    }

    /// The margins so far, with unit scale.
    public Margins build() {
      double[] ones = new double[table.rows()];
      Arrays.fill(ones, 1);
      return scaledBy(ones);
    }

    /// The margins with the first column as scale, which makes the linear distance a ratio.
    public Margins buildScaledByFirst() {
      return scaledBy(columns.getFirst());
    }

    private Margins scaledBy(double[] scale) {
      double[][] x = new double[table.rows()][columns.size()];
      for (int j = 0; j < columns.size(); j++) {
        for (int i = 0; i < x.length; i++) {
          x[i][j] = columns.get(j)[i];
        }
      }
      return new Margins(names, x, totals.stream().mapToDouble(t -> t).toArray(), scale.clone());
    }
  }

  /// Counts of joint cells keyed by their levels joined with `|`, in the order of `variables`.
  public static Map<String, Double> cellCounts(
      List<String> variables, List<Map<String, Object>> cells) {
    Map<String, Double> counts = new LinkedHashMap<>();
    for (Map<String, Object> cell : cells) {
      StringBuilder key = new StringBuilder();
      for (String variable : variables) {
        key.append(key.isEmpty() ? "" : "|").append(cell.get(variable));
      }
      Object count = cell.get("N");
      counts.put(key.toString(), count instanceof Number number ? number.doubleValue() : 0.0);
    }
    return counts;
  }
}
