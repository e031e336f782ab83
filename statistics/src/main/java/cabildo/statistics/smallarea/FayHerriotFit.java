package cabildo.statistics.smallarea;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Matrices;

/// A fitted area model with its predictions for sampled areas.
///
/// γ = A/(A+D); EBLUP = xᵀβ+γ(y-xᵀβ). MSE: g1 = γD, g2 = (1-γ)²xᵀQx, g3 = (1-γ)²V̄(A)/(A+D); REML
/// g1+g2+2g3 (Datta and Lahiri 2000, *Statistica Sinica* 10); ML subtracts b(1-γ)² with b =
/// -tr(QXᵀV⁻²X)/ΣV⁻²; the moment method b = 2(mΣV⁻²-(ΣV⁻¹)²)/(ΣV⁻¹)³ (Prasad and Rao 1990, *JASA*
/// 85; Datta, Rao and Smith 2005, *Biometrika* 92).
///
/// @param status `OK`, `INFEASIBLE` or `NO_CONVERGENCE`
/// @param method how A was estimated
/// @param a between-area variance A
/// @param varianceOfA V̄(A)
/// @param beta regression coefficients
/// @param betaCovariance Q
/// @param gamma weight of the direct estimate, per area
/// @param eblup predictions
/// @param synthetic xᵀβ
/// @param g1 per area
/// @param g2 per area
/// @param g3 per area
/// @param mse per area
/// @param standardisedResiduals (y-xᵀβ)/√(A+D)
/// @param logLikelihood unrestricted, at the estimate
@SuppressWarnings("ArrayRecordComponent")
public record FayHerriotFit(
    Status status,
    FayHerriot.Method method,
    double a,
    double varianceOfA,
    double[] beta,
    double[][] betaCovariance,
    double[] gamma,
    double[] eblup,
    double[] synthetic,
    double[] g1,
    double[] g2,
    double[] g3,
    double[] mse,
    double[] standardisedResiduals,
    double logLikelihood) {

  /// A predicted area that was not sampled: "synthetic, no one was interviewed here".
  ///
  /// @param estimate xᵀβ
  /// @param mse A+xᵀQx
  public record OutOfSample(double estimate, double mse) {}

  static FayHerriotFit without(Status status, FayHerriot.Method method, int areas) {
    double[] none = new double[areas];
    return new FayHerriotFit(
        status,
        method,
        Double.NaN,
        Double.NaN,
        new double[0],
        new double[0][],
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        Double.NaN);
  }

  static FayHerriotFit of(FayHerriot data, FayHerriot.Method method, FayHerriot.Profile fit) {
    int m = data.areas();
    double a = fit.a();
    double sum1 = 0;
    double sum2 = 0;
    for (double d : data.variances()) {
      sum1 += 1 / (a + d);
      sum2 += 1 / ((a + d) * (a + d));
    }
    double spread = method == FayHerriot.Method.FH ? 2 * m / (sum1 * sum1) : 2 / sum2;
    double bias =
        switch (method) {
          case REML, LI_LAHIRI, YOSHIMORI_LAHIRI -> 0;
          case ML ->
              -Matrices.trace(
                      Matrices.times(
                          fit.q(), Matrices.crossProduct(data.x(), data.inverseVariance(a, 2))))
                  / sum2;
          case FH -> 2 * (m * sum2 - sum1 * sum1) / (sum1 * sum1 * sum1);
        };
    double[][] out = new double[8][m];
    for (int i = 0; i < m; i++) {
      double d = data.variances()[i];
      double gamma = a / (a + d);
      double left = (1 - gamma) * (1 - gamma);
      out[0][i] = gamma;
      out[2][i] = data.y()[i] - fit.residuals()[i];
      out[1][i] = out[2][i] + gamma * fit.residuals()[i];
      out[3][i] = gamma * d;
      out[4][i] = left * Matrices.quadratic(fit.q(), data.x()[i]);
      out[5][i] = left * spread / (a + d);
      out[6][i] = out[3][i] + out[4][i] + 2 * out[5][i] - bias * left;
      out[7][i] = fit.residuals()[i] / Math.sqrt(a + d);
    }
    return new FayHerriotFit(
        Status.OK,
        method,
        a,
        spread,
        fit.beta(),
        fit.q(),
        out[0],
        out[1],
        out[2],
        out[3],
        out[4],
        out[5],
        out[6],
        out[7],
        data.logLikelihood(a, FayHerriot.Method.ML));
  }

  /// All areas shrink wholly to the regression: use Li and Lahiri's estimate for γ and MSE.
  public boolean hasZeroBetweenAreaVariance() {
    return status == Status.OK && a == 0;
  }

  /// Prediction for an area without a sample.
  public OutOfSample outOfSample(double[] covariates) {
    return new OutOfSample(
        Matrices.dot(covariates, beta), a + Matrices.quadratic(betaCovariance, covariates));
  }
}
