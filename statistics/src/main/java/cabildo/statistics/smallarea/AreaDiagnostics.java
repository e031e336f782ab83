package cabildo.statistics.smallarea;

import cabildo.statistics.numeric.Distributions;
import cabildo.statistics.numeric.SampleMoments;
import cabildo.statistics.numeric.ShapiroWilk;
import java.util.Arrays;

/// What must be looked at before model estimates are published.
///
/// Brown, Chambers, Heady and Heasman (2001) for goodness of fit and the bias regression, which
/// should be near (0, 1).
///
/// @param areas sampled areas m
/// @param covariates p
/// @param shapiro normality of the standardised residuals; warn below 0.01
/// @param goodnessOfFit Σ(y-θ̂)²/(D+mse)
/// @param goodnessP upper tail of χ² with m degrees of freedom
/// @param correlation of synthetic and direct estimates
/// @param biasIntercept of the regression of direct on model estimates
/// @param biasSlope of the same
/// @param minGamma smallest weight of a direct estimate
/// @param maxGamma largest
/// @param shareOfLowGamma areas with γ below 0.1
/// @param meanCvReduction mean of 1 - √mse/√D over areas
/// @param aic Akaike's criterion
/// @param bic Schwarz's criterion
public record AreaDiagnostics(
    int areas,
    int covariates,
    ShapiroWilk shapiro,
    double goodnessOfFit,
    double goodnessP,
    double correlation,
    double biasIntercept,
    double biasSlope,
    double minGamma,
    double maxGamma,
    double shareOfLowGamma,
    double meanCvReduction,
    double aic,
    double bic) {

  /// Diagnostics of a fit.
  public static AreaDiagnostics of(FayHerriot data, FayHerriotFit fit) {
    int m = data.areas();
    double fitSum = 0;
    double low = 0;
    double reduction = 0;
    for (int i = 0; i < m; i++) {
      double miss = data.y()[i] - fit.eblup()[i];
      fitSum += miss * miss / (data.variances()[i] + fit.mse()[i]);
      low += fit.gamma()[i] < 0.1 ? 1.0 / m : 0;
      reduction += (1 - Math.sqrt(fit.mse()[i] / data.variances()[i])) / m;
    }
    double slope =
        SampleMoments.covariance(fit.eblup(), data.y()) / SampleMoments.variance(fit.eblup());
    double parameters = data.covariates() + 1.0;
    return new AreaDiagnostics(
        m,
        data.covariates(),
        ShapiroWilk.of(fit.standardisedResiduals()),
        fitSum,
        Distributions.chiSquareUpper(fitSum, m),
        SampleMoments.correlation(fit.synthetic(), data.y()),
        SampleMoments.mean(data.y()) - slope * SampleMoments.mean(fit.eblup()),
        slope,
        Arrays.stream(fit.gamma()).min().orElse(Double.NaN),
        Arrays.stream(fit.gamma()).max().orElse(Double.NaN),
        low,
        reduction,
        2 * parameters - 2 * fit.logLikelihood(),
        Math.log(m) * parameters - 2 * fit.logLikelihood());
  }

  /// m ≥ max(30, 10p), normality not rejected at 0.01, goodness of fit not rejected at 0.05.
  public boolean pass() {
    boolean normal = Double.isNaN(shapiro.p()) || shapiro.p() >= 0.01;
    return areas >= Math.max(30, 10 * covariates) && normal && goodnessP >= 0.05;
  }

  /// Root mean squared error of predicting each area's direct estimate from the others' model.
  public static double leaveOneOutError(FayHerriot data, FayHerriot.Method method) {
    double sum = 0;
    int m = data.areas();
    for (int out = 0; out < m; out++) {
      int left = out;
      int[] keep = java.util.stream.IntStream.range(0, m).filter(i -> i != left).toArray();
      FayHerriot others =
          new FayHerriot(
              Arrays.stream(keep).mapToDouble(i -> data.y()[i]).toArray(),
              Arrays.stream(keep).mapToDouble(i -> data.variances()[i]).toArray(),
              Arrays.stream(keep).mapToObj(i -> data.x()[i]).toArray(double[][]::new));
      FayHerriotFit fit = others.fit(method);
      double miss = data.y()[out] - fit.outOfSample(data.x()[out]).estimate();
      sum += miss * miss;
    }
    return Math.sqrt(sum / m);
  }
}
