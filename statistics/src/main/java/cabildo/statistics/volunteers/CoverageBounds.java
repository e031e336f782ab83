package cabildo.statistics.volunteers;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.nonresponse.Representativeness;
import org.jspecify.annotations.Nullable;

/// What answers from some areas say about all of them, without any assumption on the others.
///
/// @param coveredShare W, population share of the areas with an estimate
/// @param coveredMean population-weighted mean of their estimates; `null` when there are none
/// @param bounds [W p, W p + 1 - W]
public record CoverageBounds(double coveredShare, @Nullable Double coveredMean, Interval bounds) {

  /// Bounds from population and estimate per area; NaN where nobody was asked. Areas without
  /// population are left out.
  public static CoverageBounds of(double[] population, double[] estimate) {
    double all = 0;
    double covered = 0;
    double sum = 0;
    for (int i = 0; i < population.length; i++) {
      double n = population[i] > 0 ? population[i] : 0;
      all += n;
      if (!Double.isNaN(estimate[i])) {
        covered += n;
        sum += n * estimate[i];
      }
    }
    double share = all > 0 ? covered / all : 0;
    Double mean = Numbers.orNull(sum / covered);
    return new CoverageBounds(
        share,
        mean,
        mean == null ? new Interval(0.0, 1.0) : Representativeness.worstCase(mean, share));
  }
}
