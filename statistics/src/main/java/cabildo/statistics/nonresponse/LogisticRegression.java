package cabildo.statistics.nonresponse;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Matrices;
import org.jspecify.annotations.Nullable;

/// Logistic regression by iteratively reweighted least squares.
///
/// McCullagh and Nelder (1989), *Generalized Linear Models*, chapter 4.
///
/// @param status `OK`, or `NO_CONVERGENCE` for separated or collinear data
/// @param coefficients β on the log-odds scale
/// @param se standard errors of β
/// @param deviance -2 log likelihood
/// @param fitted probabilities per row
@SuppressWarnings("ArrayRecordComponent")
public record LogisticRegression(
    Status status, double[] coefficients, double[] se, double deviance, double[] fitted) {
  private static final int MAX_STEPS = 50;

  /// Fits P(y=1) = expit(xᵀβ).
  ///
  /// @param x one array per row, with the constant where wanted
  /// @param y 0 or 1 per row
  public static LogisticRegression of(double[][] x, double[] y) {
    int p = x.length == 0 ? 0 : x[0].length;
    double[] beta = new double[p];
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] mu = probabilities(x, beta);
      double[] spread = new double[mu.length];
      double[] miss = new double[mu.length];
      for (int k = 0; k < mu.length; k++) {
        spread[k] = mu[k] * (1 - mu[k]);
        miss[k] = y[k] - mu[k];
      }
      double @Nullable [][] inverse = Matrices.inverse(Matrices.crossProduct(x, spread));
      if (inverse == null) {
        break;
      }
      double deviance = deviance(mu, y);
      if (Math.abs(before - deviance) <= 1e-13 * (Math.abs(deviance) + 0.1)) {
        return new LogisticRegression(Status.OK, beta, roots(inverse), deviance, mu);
      }
      before = deviance;
      double[] ones = new double[mu.length];
      java.util.Arrays.fill(ones, 1);
      double[] move = Matrices.times(inverse, Matrices.crossProduct(x, ones, miss));
      for (int j = 0; j < p; j++) {
        beta[j] += move[j];
      }
    }
    return new LogisticRegression(
        Status.NO_CONVERGENCE,
        beta,
        new double[p],
        deviance(probabilities(x, beta), y),
        probabilities(x, beta));
  }

  private static double[] probabilities(double[][] x, double[] beta) {
    double[] mu = new double[x.length];
    for (int k = 0; k < mu.length; k++) {
      mu[k] = 1 / (1 + Math.exp(-Matrices.dot(x[k], beta)));
    }
    return mu;
  }

  private static double deviance(double[] mu, double[] y) {
    double sum = 0;
    for (int k = 0; k < mu.length; k++) {
      sum -= 2 * Math.log(y[k] > 0.5 ? mu[k] : 1 - mu[k]);
    }
    return sum;
  }

  private static double[] roots(double[][] covariance) {
    double[] se = new double[covariance.length];
    for (int j = 0; j < se.length; j++) {
      se[j] = Math.sqrt(covariance[j][j]);
    }
    return se;
  }
}
