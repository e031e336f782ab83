package cabildo.statistics.replicate;

import cabildo.statistics.Numbers;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Variance of any statistic that is a function of the weights.
///
/// @param estimate θ with the full-sample weights
/// @param variance V, or `null` when fewer than two replicates are defined
/// @param replicates θ_r; NaN where a replicate is undefined
/// @param usable how many replicates are defined
@SuppressWarnings("ArrayRecordComponent")
public record ReplicateVariance(
    @Nullable Double estimate, @Nullable Double variance, double[] replicates, int usable) {

  /// Where squared deviations are centred.
  public enum Centre {
    /// At the full-sample estimate: the default.
    FULL_SAMPLE,
    /// At the mean of the replicates, as R does by default.
    REPLICATE_MEAN
  }

  /// The variance of `statistic`, a function of one weight per row.
  public static ReplicateVariance of(
      double[] weights,
      ReplicateWeights replication,
      ToDoubleFunction<double[]> statistic,
      Centre centre) {
    double theta = statistic.applyAsDouble(weights);
    double[] thetas = Arrays.stream(replication.weights()).mapToDouble(statistic).toArray();
    return of(theta, thetas, replication, centre);
  }

  /// The variance from replicate estimates that are known already.
  public static ReplicateVariance of(
      double theta, double[] thetas, ReplicateWeights replication, Centre centre) {
    double[] defined = Arrays.stream(thetas).filter(Double::isFinite).toArray();
    double middle = theta;
    if (centre == Centre.REPLICATE_MEAN) {
      double sum = 0;
      int counted = 0;
      for (int r = 0; r < thetas.length; r++) {
        if (replication.rscales()[r] > 0 && Double.isFinite(thetas[r])) {
          sum += thetas[r];
          counted++;
        }
      }
      middle = sum / counted;
    }
    double sum = 0;
    for (int r = 0; r < thetas.length; r++) {
      if (Double.isFinite(thetas[r])) {
        sum += replication.rscales()[r] * (thetas[r] - middle) * (thetas[r] - middle);
      }
    }
    boolean estimable = defined.length > 1;
    return new ReplicateVariance(
        Numbers.orNull(theta),
        estimable ? Numbers.orNull(replication.scale() * sum) : null,
        thetas,
        defined.length);
  }

  /// √V, or `null`.
  public @Nullable Double se() {
    return variance == null ? null : (Double) Math.sqrt(variance);
  }
}
