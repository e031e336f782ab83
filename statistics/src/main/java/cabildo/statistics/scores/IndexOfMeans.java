package cabildo.statistics.scores;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Linearised;
import org.jspecify.annotations.Nullable;

/// The index of item means, each item on its own base: the default, since questionnaires may be
/// split.
///
/// Linear = ΣΩ Σω s̄/Σω; geometric = Π (Σω s̄/Σω)^Ω with ΣΩ = 1, which lets no dimension make up
/// for another. Standard errors by the delta method over all item means.
///
/// @param status `OK`, or why there is no index or no variance
/// @param itemMeans NaN where an item has no answers
/// @param dimensionMeans per dimension
/// @param linear arithmetic index
/// @param linearSe its standard error
/// @param geometric weighted geometric index; `null` when a dimension mean is not above 0
/// @param geometricSe its standard error
@SuppressWarnings("ArrayRecordComponent")
public record IndexOfMeans(
    Status status,
    double[] itemMeans,
    double[] dimensionMeans,
    @Nullable Double linear,
    @Nullable Double linearSe,
    @Nullable Double geometric,
    @Nullable Double geometricSe) {

  /// Scores in [0, 1], one array per item; NaN is missing.
  public static IndexOfMeans of(
      SurveyDesign design, IndexDefinition definition, double[][] scores, boolean[] domain) {
    int items = definition.items();
    double[] means = new double[items];
    double[][] u = new double[items][];
    boolean[] rows = new boolean[domain.length];
    Status status = Status.OK;
    for (int i = 0; i < items; i++) {
      Linearised mean = Linearised.mean(design, scores[i], domain);
      status = mean.status() == Status.OK ? status : mean.status();
      means[i] = mean.estimate();
      u[i] = mean.contributions();
      for (int k = 0; k < rows.length; k++) {
        rows[k] |= mean.rows()[k];
      }
    }
    double[] dimensions = new double[definition.dimensions()];
    for (int i = 0; i < items; i++) {
      int d = definition.dimensionOfItem()[i];
      dimensions[d] += definition.itemWeights()[i] / definition.itemWeight(d) * means[i];
    }
    if (status != Status.OK) {
      return new IndexOfMeans(status, means, dimensions, null, null, null, null);
    }
    double linear = 0;
    double logarithm = 0;
    for (int d = 0; d < dimensions.length; d++) {
      linear += definition.share(d) * dimensions[d];
      logarithm += definition.share(d) * Math.log(dimensions[d]);
    }
    double geometric = Math.exp(logarithm);
    double[][] combined = combined(definition, u, dimensions, geometric);
    LinearisedVariance v = LinearisedVariance.of(design, combined, rows);
    boolean estimable = v.status() == Status.OK && design.degreesOfFreedom(rows) > 0;
    return new IndexOfMeans(
        estimable ? Status.OK : Status.VARIANCE_NOT_ESTIMABLE,
        means,
        dimensions,
        linear,
        estimable ? (Double) Math.sqrt(v.covariance()[0][0]) : null,
        geometric > 0 ? Numbers.orNull(geometric) : null,
        estimable && geometric > 0 ? (Double) Math.sqrt(v.covariance()[1][1]) : null);
  }

  /// Contributions to the linear and to the geometric index.
  private static double[][] combined(
      IndexDefinition definition, double[][] u, double[] dimensions, double geometric) {
    double[][] combined = new double[2][u.length == 0 ? 0 : u[0].length];
    for (int i = 0; i < u.length; i++) {
      int d = definition.dimensionOfItem()[i];
      double slope = definition.share(d) * definition.itemWeights()[i] / definition.itemWeight(d);
      for (int k = 0; k < combined[0].length; k++) {
        combined[0][k] += slope * u[i][k];
        combined[1][k] += geometric > 0 ? slope * geometric / dimensions[d] * u[i][k] : 0;
      }
    }
    return combined;
  }
}
