package cabildo.statistics.disclosure;

import cabildo.statistics.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Primary and complementary suppression of a table.
///
/// The cheapest set of further cells such that for every primary cell the inferable range satisfies
/// hi-lo ≥ k and hi ≥ k: a mixed integer programme with two feasible tables per primary cell for
/// small tables; otherwise, and where the programme does not end within its time, the cheapest
/// helpful cell is added until all are protected and then what is not needed is taken back. Every
/// result is audited by linear programming. Fischetti and Salazar (2000), *Management Science* 47.
///
/// @param status `OK`, or `INFEASIBLE` when no pattern protects
/// @param primary cells below the threshold
/// @param suppressed primary and secondary cells
/// @param secondaryCost summed counts of the secondary cells
/// @param optimal whether the programme proved that no cheaper pattern exists
/// @param audit feasible ranges of all suppressed cells
@SuppressWarnings("ArrayRecordComponent")
public record Suppression(
    Status status,
    boolean[] primary,
    boolean[] suppressed,
    double secondaryCost,
    boolean optimal,
    List<TableAudit.Range> audit) {
  private static final int EXACT_SIZE = 240;
  private static final long SECONDS = 30;

  /// Protects a table at a threshold of k respondents.
  public static Suppression of(PublishedTable table, double threshold, boolean zeroIsSafe) {
    return inheriting(table, threshold, zeroIsSafe, new boolean[table.counts().length]);
  }

  /// The same where some cells are suppressed already, by a table above in a hierarchy.
  public static Suppression inheriting(
      PublishedTable table, double threshold, boolean zeroIsSafe, boolean[] inherited) {
    boolean[] primary = table.small(threshold, zeroIsSafe);
    boolean[] start = primary.clone();
    for (int cell = 0; cell < start.length; cell++) {
      start[cell] |= inherited[cell];
    }
    if (isProtected(table, primary, start, threshold)) {
      return result(table, primary, start, threshold, true);
    }
    boolean[] pattern = greedy(table, primary, start, threshold);
    int primaries = 0;
    for (boolean small : primary) {
      primaries += small ? 1 : 0;
    }
    if (table.counts().length * primaries <= EXACT_SIZE) {
      boolean @Nullable [] exact = cheapest(table, primary, start, threshold);
      if (exact != null && isProtected(table, primary, exact, threshold)) {
        return result(table, primary, exact, threshold, true);
      }
    }
    return result(table, primary, pattern, threshold, false);
  }

  private static Suppression result(
      PublishedTable table,
      boolean[] primary,
      boolean[] pattern,
      double threshold,
      boolean optimal) {
    double cost = 0;
    for (int cell = 0; cell < pattern.length; cell++) {
      cost += pattern[cell] && !primary[cell] ? table.counts()[cell] : 0;
    }
    boolean safe = isProtected(table, primary, pattern, threshold);
    return new Suppression(
        safe ? Status.OK : Status.INFEASIBLE,
        primary,
        pattern,
        cost,
        optimal,
        TableAudit.of(table, pattern));
  }

  /// Whether every primary cell's range is wide enough under a pattern.
  public static boolean isProtected(
      PublishedTable table, boolean[] primary, boolean[] pattern, double threshold) {
    return TableAudit.of(table, pattern, primary).stream()
        .allMatch(range -> range.protects(threshold));
  }

  /// The optimal pattern, or `null` when it was not proved within the time.
  private static boolean @Nullable [] cheapest(
      PublishedTable table, boolean[] primary, boolean[] start, double threshold) {
    double[] counts = table.counts();
    double far = Arrays.stream(counts).sum() + threshold;
    ExpressionsBasedModel model = new ExpressionsBasedModel();
    Variable[] hide = new Variable[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      hide[cell] =
          model.newVariable("hide" + cell).binary().weight(start[cell] ? 0 : counts[cell] + 1e-3);
      if (start[cell]) {
        hide[cell].level(1);
      } else if (counts[cell] == 0) {
        hide[cell].level(0);
      }
    }
    for (int p = 0; p < counts.length; p++) {
      if (primary[p]) {
        Variable[] up = deviation(model, table, hide, "up" + p, far);
        Variable[] down = deviation(model, table, hide, "down" + p, far);
        model.newExpression("spread" + p).set(up[p], 1).set(down[p], -1).lower(threshold);
        model.newExpression("high" + p).set(up[p], 1).lower(threshold - counts[p]);
      }
    }
    model.options.time_abort = SECONDS * 1000;
    model.options.time_suffice = model.options.time_abort;
    var outcome = model.minimise();
    if (!outcome.getState().isOptimal()) {
      return null;
    }
    boolean[] pattern = start.clone();
    for (int cell = 0; cell < counts.length; cell++) {
      pattern[cell] |= hide[cell].getValue().doubleValue() > 0.5;
    }
    return pattern;
  }

  /// A table with the same published sums that differs in hidden cells only.
  private static Variable[] deviation(
      ExpressionsBasedModel model, PublishedTable table, Variable[] hide, String name, double far) {
    double[] counts = table.counts();
    Variable[] d = new Variable[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      d[cell] = model.newVariable(name + "." + cell).lower(-counts[cell]).upper(far);
      model.newExpression(name + ".hi" + cell).set(d[cell], 1).set(hide[cell], -far).upper(0);
      model
          .newExpression(name + ".lo" + cell)
          .set(d[cell], 1)
          .set(hide[cell], counts[cell])
          .lower(0);
    }
    int row = 0;
    for (List<Integer> sum : table.sums()) {
      Expression equation = model.newExpression(name + ".sum" + row++).level(0);
      for (int cell : sum) {
        equation.set(d[cell], 1);
      }
    }
    return d;
  }

  private static boolean[] greedy(
      PublishedTable table, boolean[] primary, boolean[] start, double threshold) {
    boolean[] pattern = start.clone();
    while (!isProtected(table, primary, pattern, threshold)) {
      int best = -1;
      for (List<Integer> sum : table.sums()) {
        long hidden = sum.stream().filter(cell -> pattern[cell]).count();
        for (int cell : sum) {
          boolean helps = hidden == 1 && !pattern[cell] && table.counts()[cell] > 0;
          if (helps && (best < 0 || table.counts()[cell] < table.counts()[best])) {
            best = cell;
          }
        }
      }
      for (int cell = 0; cell < pattern.length && best < 0; cell++) {
        best = pattern[cell] || table.counts()[cell] == 0 ? best : cell;
      }
      if (best < 0) {
        return pattern;
      }
      pattern[best] = true;
    }
    takeBack(table, primary, start, pattern, threshold);
    return pattern;
  }

  /// Shows again, dearest first, every secondary cell that is not needed.
  private static void takeBack(
      PublishedTable table,
      boolean[] primary,
      boolean[] start,
      boolean[] pattern,
      double threshold) {
    Integer[] dearest = new Integer[pattern.length];
    Arrays.setAll(dearest, cell -> cell);
    Arrays.sort(dearest, Comparator.comparingDouble(cell -> -table.counts()[cell]));
    for (int cell : dearest) {
      if (pattern[cell] && !start[cell]) {
        pattern[cell] = false;
        pattern[cell] = !isProtected(table, primary, pattern, threshold);
      }
    }
  }
}
