package cabildo.statistics.calibration;

import cabildo.statistics.Status;
import cabildo.statistics.estimate.DesignEffects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Post-stratification and raking over cells given as labels.
///
/// Holt and Smith (1979), *JRSS A* 142; Deming and Stephan (1940), *Annals of Mathematical
/// Statistics* 11.
public final class PostStratification {
  private PostStratification() {}

  /// w̃ = w N_c/N̂_c in every cell.
  ///
  /// A cell with a positive population and no respondent, or a respondent whose cell has no count,
  /// gives `INFEASIBLE` with the weights unchanged.
  ///
  /// @param cells label of every row
  /// @param counts population per label
  public static Calibration of(
      double[] w, List<@Nullable String> cells, Map<String, Double> counts) {
    return rake(w, List.of(cells), List.of(counts), 1, 0);
  }

  /// Iterative proportional fitting to several margins in turn.
  ///
  /// @param margins labels of every row, one list per margin
  /// @param counts population per label, one map per margin
  /// @param maxRounds rounds before giving up with `NO_CONVERGENCE`
  /// @param tolerance largest relative miss at which to stop; 0 with one round for a single margin
  public static Calibration rake(
      double[] w,
      List<List<@Nullable String>> margins,
      List<Map<String, Double>> counts,
      int maxRounds,
      double tolerance) {
    double[] g = new double[w.length];
    java.util.Arrays.fill(g, 1);
    Status status = feasible(w, margins, counts) ? Status.NO_CONVERGENCE : Status.INFEASIBLE;
    for (int round = 0; round < maxRounds && status == Status.NO_CONVERGENCE; round++) {
      double worst = 0;
      for (int m = 0; m < margins.size(); m++) {
        worst = Math.max(worst, fit(w, g, margins.get(m), counts.get(m)));
      }
      if (worst <= tolerance || margins.size() == 1) {
        status = Status.OK;
      }
    }
    if (status != Status.OK) {
      java.util.Arrays.fill(g, 1);
    }
    double[] weights = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      weights[k] = w[k] * g[k];
    }
    return new Calibration(
        status,
        weights,
        g,
        DesignEffects.ofWeights(weights),
        List.of(),
        WeightedResiduals.on(indicators(margins, counts, w.length), w));
  }

  private static boolean feasible(
      double[] w, List<List<@Nullable String>> margins, List<Map<String, Double>> counts) {
    for (int m = 0; m < margins.size(); m++) {
      Map<String, Double> sums = new HashMap<>();
      for (int k = 0; k < w.length; k++) {
        String label = margins.get(m).get(k);
        if (label == null || !counts.get(m).containsKey(label)) {
          return false;
        }
        sums.merge(label, w[k], Double::sum);
      }
      for (var count : counts.get(m).entrySet()) {
        if (count.getValue() > 0 && !(sums.getOrDefault(count.getKey(), 0.0) > 0)) {
          return false;
        }
      }
    }
    return true;
  }

  private static double fit(
      double[] w, double[] g, List<@Nullable String> labels, Map<String, Double> counts) {
    Map<String, Double> sums = new HashMap<>();
    for (int k = 0; k < w.length; k++) {
      sums.merge(String.valueOf(labels.get(k)), w[k] * g[k], Double::sum);
    }
    double worst = 0;
    for (var count : counts.entrySet()) {
      double sum = sums.getOrDefault(count.getKey(), 0.0);
      worst = Math.max(worst, Math.abs(sum - count.getValue()) / Math.max(1, count.getValue()));
    }
    for (int k = 0; k < w.length; k++) {
      String label = String.valueOf(labels.get(k));
      double sum = sums.getOrDefault(label, 0.0);
      g[k] *= sum == 0 ? 1 : counts.getOrDefault(label, 0.0) / sum;
    }
    return worst;
  }

  private static double[][] indicators(
      List<List<@Nullable String>> margins, List<Map<String, Double>> counts, int rows) {
    List<double[]> columns = new ArrayList<>();
    for (int m = 0; m < margins.size(); m++) {
      for (String label : counts.get(m).keySet()) {
        double[] column = new double[rows];
        for (int k = 0; k < rows; k++) {
          column[k] = label.equals(margins.get(m).get(k)) ? 1 : 0;
        }
        columns.add(column);
      }
    }
    double[][] x = new double[rows][columns.size()];
    for (int k = 0; k < rows; k++) {
      for (int j = 0; j < columns.size(); j++) {
        x[k][j] = columns.get(j)[k];
      }
    }
    return x;
  }
}
