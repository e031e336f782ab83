package cabildo.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/// What a reader can infer about suppressed cells from the published ones.
///
/// The range [lo, hi] of each suppressed cell is by linear programming over non-negative tables
/// with the published sums. Hundepool et al. (2012), *Statistical Disclosure Control*, chapter 4.
public final class TableAudit {
  private TableAudit() {}

  /// A suppressed cell's feasible range.
  public record Range(int cell, double value, double low, double high) {
    /// hi-lo ≥ threshold and hi ≥ threshold.
    public boolean protects(double threshold) {
      return high - low >= threshold - 1e-6 && high >= threshold - 1e-6;
    }
  }

  /// Ranges of the suppressed cells, in cell order.
  public static List<Range> of(PublishedTable table, boolean[] suppressed) {
    return of(table, suppressed, suppressed);
  }

  /// Ranges of those suppressed cells that are asked for, in cell order.
  static List<Range> of(PublishedTable table, boolean[] suppressed, boolean[] wanted) {
    List<Range> ranges = new ArrayList<>();
    for (int cell = 0; cell < suppressed.length; cell++) {
      if (suppressed[cell] && wanted[cell]) {
        ranges.add(
            new Range(
                cell,
                table.counts()[cell],
                bound(table, suppressed, cell, false),
                bound(table, suppressed, cell, true)));
      }
    }
    return List.copyOf(ranges);
  }

  private static double bound(
      PublishedTable table, boolean[] suppressed, int wanted, boolean highest) {
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] variables = new Variable[suppressed.length];
    for (int cell = 0; cell < suppressed.length; cell++) {
      if (suppressed[cell]) {
        variables[cell] = model.newVariable("cell" + cell).lower(0).weight(cell == wanted ? 1 : 0);
      }
    }
    int row = 0;
    for (List<Integer> sum : table.sums()) {
      Expression equation = model.newExpression("sum" + row++);
      double hidden = 0;
      for (int cell : sum) {
        if (suppressed[cell]) {
          equation.set(variables[cell], 1);
          hidden += table.counts()[cell];
        }
      }
      equation.level(hidden);
    }
    Optimisation.Result result = highest ? model.maximise() : model.minimise();
    if (!result.getState().isFeasible()) {
      return highest ? Double.POSITIVE_INFINITY : 0;
    }
    return result.getState() == Optimisation.State.UNBOUNDED
        ? Double.POSITIVE_INFINITY
        : variables[wanted].getValue().doubleValue();
  }
}
