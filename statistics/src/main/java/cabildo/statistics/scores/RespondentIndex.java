package cabildo.statistics.scores;

/// The index of every respondent.
///
/// Dimension = Σω s/Σω over answered items when their share of ω is at least the minimum, else
/// missing; index = ΣΩ dimension/ΣΩ, missing when a dimension is missing. An item that does not
/// apply leaves numerator and denominator. Needs complete respondents; for split questionnaires use
/// [IndexOfMeans].
///
/// @param dimensions one array per dimension with one value per row; NaN is missing
/// @param index one value per row; NaN is missing
@SuppressWarnings("ArrayRecordComponent")
public record RespondentIndex(double[][] dimensions, double[] index) {

  /// Scores in [0, 1], one array per item; NaN is missing.
  public static RespondentIndex of(IndexDefinition definition, double[][] scores) {
    int rows = scores.length == 0 ? 0 : scores[0].length;
    double[][] dimensions = new double[definition.dimensions()][rows];
    double[] index = new double[rows];
    for (int k = 0; k < rows; k++) {
      for (int d = 0; d < dimensions.length; d++) {
        double answered = 0;
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
          if (definition.dimensionOfItem()[i] == d && !Double.isNaN(scores[i][k])) {
            answered += definition.itemWeights()[i];
            sum += definition.itemWeights()[i] * scores[i][k];
          }
        }
        boolean enough =
            answered > 0
                && answered >= (definition.minAnsweredShare() - 1e-12) * definition.itemWeight(d);
        dimensions[d][k] = enough ? sum / answered : Double.NaN;
        index[k] += definition.share(d) == 0 ? 0 : definition.share(d) * dimensions[d][k];
      }
    }
    return new RespondentIndex(dimensions, index);
  }
}
