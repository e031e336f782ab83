package cabildo.statistics.sums;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Drawn units with the weight of one of their sheets, adjusted for those who did not answer.
///
/// Inside a unit the sheets that came stand for all that were planned. A unit without any, that was
/// not drawn with certainty, is made up for by the others of its stratum (a weighting class); a
/// certain one is not: nobody else stands for it, and its people count as not covered.
///
/// @param units as drawn
/// @param sheets respondents of each unit
/// @param weight of one sheet of each unit; 0 where there is none
@SuppressWarnings("ArrayRecordComponent")
public record WeightedUnits(List<DrawnUnit> units, long[] sheets, double[] weight) {

  /// Weights for the sheets that came.
  public static WeightedUnits of(List<DrawnUnit> units, long[] sheets) {
    Map<String, double[]> drawnAndAnswered = new HashMap<>();
    for (int u = 0; u < units.size(); u++) {
      DrawnUnit unit = units.get(u);
      if (!unit.certain()) {
        double[] sums = drawnAndAnswered.computeIfAbsent(unit.stratum(), h -> new double[2]);
        sums[0] += unit.represented();
        sums[1] += sheets[u] > 0 ? unit.represented() : 0;
      }
    }
    double[] weight = new double[sheets.length];
    for (int u = 0; u < weight.length; u++) {
      DrawnUnit unit = units.get(u);
      double[] sums = drawnAndAnswered.get(unit.stratum());
      double factor = unit.certain() || sums == null ? 1 : sums[0] / sums[1];
      weight[u] = sheets[u] == 0 ? 0 : unit.represented() * factor / sheets[u];
    }
    return new WeightedUnits(List.copyOf(units), sheets.clone(), weight);
  }

  /// How many units.
  public int count() {
    return units.size();
  }

  /// Sampling fraction of respondents in a certain unit, at most 1.
  double fraction(int unit) {
    return Math.min(1, sheets[unit] / units.get(unit).size());
  }

  /// Units that are not certain and answered, per stratum.
  Map<String, Integer> answeringByStratum() {
    Map<String, Integer> answering = new HashMap<>();
    for (int u = 0; u < count(); u++) {
      if (!units.get(u).certain() && sheets[u] > 0) {
        answering.merge(units.get(u).stratum(), 1, Integer::sum);
      }
    }
    return answering;
  }
}
