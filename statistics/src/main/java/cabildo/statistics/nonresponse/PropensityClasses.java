package cabildo.statistics.nonresponse;

import cabildo.statistics.numeric.SampleMoments;
import java.util.ArrayList;
import java.util.List;

/// Weighting classes cut at quantiles of fitted response propensities.
///
/// Rosenbaum and Rubin (1984), *JASA* 79; five classes by default.
///
/// @param model the propensity model
/// @param cuts class limits: quantiles (type 7) of the fitted probabilities
/// @param adjustment classes `1`, `2`, … and adjusted weights of the eligible rows
@SuppressWarnings("ArrayRecordComponent")
public record PropensityClasses(
    LogisticRegression model, double[] cuts, WeightingClasses adjustment) {

  /// Fits an unweighted model and adjusts in classes (lowest, cut], the first closed below.
  ///
  /// @param x frame variables of eligible rows, with the constant
  /// @param answered respondents among them
  /// @param weights their base weights
  /// @param classes how many classes
  public static PropensityClasses of(
      double[][] x, boolean[] answered, double[] weights, int classes) {
    double[] y = new double[answered.length];
    boolean[] eligible = new boolean[answered.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = answered[k] ? 1 : 0;
      eligible[k] = true;
    }
    LogisticRegression model = LogisticRegression.of(x, y);
    double[] cuts = new double[classes + 1];
    for (int c = 0; c <= classes; c++) {
      cuts[c] = SampleMoments.quantileType7(model.fitted(), (double) c / classes);
    }
    List<String> labels = new ArrayList<>();
    for (double fitted : model.fitted()) {
      int c = 1;
      while (c < classes && fitted > cuts[c]) {
        c++;
      }
      labels.add(Integer.toString(c));
    }
    return new PropensityClasses(
        model,
        cuts,
        WeightingClasses.of(
            labels, weights, eligible, answered, WeightingClasses.CollapseRule.ONLY_EMPTY));
  }
}
