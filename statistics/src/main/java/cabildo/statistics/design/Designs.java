package cabildo.statistics.design;

import cabildo.statistics.Status;
import cabildo.statistics.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds a [SurveyDesign] from the columns that a [DesignSpec] names.
public final class Designs {
  private Designs() {}

  /// The design of a table's rows.
  ///
  /// @throws cabildo.statistics.data.TableException when a column is absent or not numeric
  public static SurveyDesign of(Table table, DesignSpec spec) {
    int n = table.rows();
    List<Stage> stages = new ArrayList<>();
    int[] stratum = codes(n, spec.strata() == null ? null : table.text(spec.strata()), new int[n]);
    int levels = Math.max(1, spec.ids().size());
    Status status = Status.OK;
    for (int s = 0; s < levels; s++) {
      int[] unit =
          spec.ids().isEmpty() ? rowCodes(n) : codes(n, table.text(spec.ids().get(s)), stratum);
      double @Nullable [] counts =
          s < spec.populations().size() ? table.numbers(spec.populations().get(s)) : null;
      Stage stage = stage(stratum, unit, counts);
      if (!hasSoundCounts(stage, stratum, counts)) {
        status = Status.INVALID_FPC;
      }
      stages.add(stage);
      stratum = unit;
      if (counts == null) {
        break;
      }
    }
    double[] weights =
        spec.weights() == null ? product(stages, n) : table.numbers(spec.weights()).clone();
    for (double weight : weights) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        status = Status.INVALID_WEIGHT;
      }
    }
    return new SurveyDesign(
        status, weights, stages, spec.lonely(), spec.adjustDomainLonely(), null);
  }

  private static int[] rowCodes(int n) {
    int[] codes = new int[n];
    Arrays.setAll(codes, i -> i);
    return codes;
  }

  private static int[] codes(int n, @Nullable List<@Nullable String> labels, int[] parent) {
    Map<String, Integer> seen = new HashMap<>();
    int[] codes = new int[n];
    for (int i = 0; i < n; i++) {
      String key = parent[i] + "\u0000" + (labels == null ? "" : labels.get(i));
      Integer code = seen.get(key);
      if (code == null) {
        code = seen.size();
        seen.put(key, code);
      }
      codes[i] = code;
    }
    return codes;
  }

  private static Stage stage(int[] stratum, int[] unit, double @Nullable [] counts) {
    int strata = Arrays.stream(stratum).max().orElse(-1) + 1;
    int units = Arrays.stream(unit).max().orElse(-1) + 1;
    int[] stratumOfUnit = new int[units];
    Arrays.fill(stratumOfUnit, -1);
    int[] sampled = new int[strata];
    double[] population = new double[strata];
    Arrays.fill(population, Double.POSITIVE_INFINITY);
    for (int i = 0; i < unit.length; i++) {
      if (stratumOfUnit[unit[i]] < 0) {
        stratumOfUnit[unit[i]] = stratum[i];
        sampled[stratum[i]]++;
      }
      if (counts != null) {
        population[stratum[i]] = counts[i];
      }
    }
    return new Stage(stratumOfUnit, unit, sampled, population);
  }

  private static boolean hasSoundCounts(Stage stage, int[] stratum, double @Nullable [] counts) {
    if (counts == null) {
      return true;
    }
    for (int i = 0; i < stratum.length; i++) {
      if (!(counts[i] >= stage.sampled()[stratum[i]] - 1e-9)
          || counts[i] != stage.population()[stratum[i]]) {
        return false;
      }
    }
    return true;
  }

  private static double[] product(List<Stage> stages, int n) {
    double[] weights = new double[n];
    Arrays.fill(weights, 1);
    for (Stage stage : stages) {
      for (int i = 0; i < n; i++) {
        int stratum = stage.stratumOfUnit()[stage.unitOfRow()[i]];
        if (!Double.isInfinite(stage.population()[stratum])) {
          weights[i] /= stage.fraction(stratum);
        }
      }
    }
    return weights;
  }
}
