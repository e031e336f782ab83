package cabildo.statistics.smallarea;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.replicate.CounterRandom;

/// Mean squared error on the scale of proportions by parametric bootstrap.
///
/// Draw v* ~ N(0,A) and e* ~ N(0,D), refit, predict, transform, and average the squared miss of
/// sin²(θ*). González-Manteiga et al. (2008), *Journal of Statistical Computation and Simulation*
/// 78.
///
/// @param mse per area
/// @param monteCarloSe standard error of the simulation, per area
/// @param usable replicates whose fit converged
@SuppressWarnings("ArrayRecordComponent")
public record BootstrapMse(double[] mse, double[] monteCarloSe, int usable) {

  /// Simulates a fit on the arcsine scale.
  ///
  /// @param replicates at least 1000 for publication
  /// @param seed of the counter-based generator
  public static BootstrapMse ofArcsine(
      FayHerriot data, FayHerriotFit fit, int replicates, long seed) {
    int m = data.areas();
    double[] sum = new double[m];
    double[] squares = new double[m];
    int usable = 0;
    for (int b = 0; b < replicates; b++) {
      double[] truth = new double[m];
      double[] y = new double[m];
      for (int i = 0; i < m; i++) {
        truth[i] = fit.synthetic()[i] + Math.sqrt(fit.a()) * normal(seed, 0, b, i);
        y[i] = truth[i] + Math.sqrt(data.variances()[i]) * normal(seed, 1, b, i);
      }
      FayHerriotFit again = new FayHerriot(y, data.variances(), data.x()).fit(fit.method());
      if (again.status() != Status.OK) {
        continue;
      }
      usable++;
      for (int i = 0; i < m; i++) {
        double miss = ArcsineScale.backNaive(again.eblup()[i]) - ArcsineScale.backNaive(truth[i]);
        sum[i] += miss * miss;
        squares[i] += Math.pow(miss, 4);
      }
    }
    double[] mse = new double[m];
    double[] error = new double[m];
    for (int i = 0; i < m; i++) {
      mse[i] = sum[i] / usable;
      error[i] = Math.sqrt((squares[i] / usable - mse[i] * mse[i]) / (usable - 1.0));
    }
    return new BootstrapMse(mse, error, usable);
  }

  private static double normal(long seed, int stream, int replicate, int area) {
    return Distributions.normalQuantile(CounterRandom.uniform(seed, stream, replicate, area));
  }
}
