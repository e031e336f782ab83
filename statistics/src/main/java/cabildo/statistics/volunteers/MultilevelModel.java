package cabildo.statistics.volunteers;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Matrices;
import cabildo.statistics.numeric.NelderMead;
import org.jspecify.annotations.Nullable;

/// Logistic regression with crossed random intercepts by Laplace-approximated maximum likelihood.
///
/// Experimental: for answers of volunteers its intervals are model intervals, and the label is at
/// most `EXPERIMENTAL`. Gelman and Little (1997), *Survey Methodology* 23; Bates et al. (2015),
/// *Journal of Statistical Software* 67 (the approximation).
///
/// @param status `OK` or `NO_CONVERGENCE`
/// @param fixed coefficients of the columns of x
/// @param fixedSe from the curvature of the likelihood over all parameters
/// @param variances of the random intercepts, one per factor
/// @param logLikelihood Laplace approximation
/// @param intercepts conditional modes, one array per factor
@SuppressWarnings("ArrayRecordComponent")
public record MultilevelModel(
    Status status,
    double[] fixed,
    double[] fixedSe,
    double[] variances,
    double logLikelihood,
    double[][] intercepts) {

  /// Answers with covariates and levels.
  ///
  /// @param y 0 or 1
  /// @param x one array per row, with the constant
  /// @param levels one array per factor with a code from 0 per row
  /// @param sizes number of levels per factor
  @SuppressWarnings("ArrayRecordComponent")
  public record Data(double[] y, double[][] x, int[][] levels, int[] sizes) {
    int effects() {
      int sum = 0;
      for (int size : sizes) {
        sum += size;
      }
      return sum;
    }

    int offset(int factor) {
      int sum = 0;
      for (int f = 0; f < factor; f++) {
        sum += sizes[f];
      }
      return sum;
    }
  }

  /// Fits the model; parameters are β and log standard deviations.
  public static MultilevelModel fit(Data data) {
    int p = data.x()[0].length;
    int factors = data.sizes().length;
    double[] start = new double[p + factors];
    java.util.Arrays.fill(start, p, start.length, Math.log(0.5));
    double[] best =
        NelderMead.minimise(par -> -Laplace.at(data, par).logLikelihood, start, 0.5, 1e-10);
    Laplace at = Laplace.at(data, best);
    double @Nullable [][] covariance = Matrices.inverse(curvature(data, best));
    double[] se = new double[p];
    for (int j = 0; j < p; j++) {
      se[j] = covariance == null ? Double.NaN : Math.sqrt(covariance[j][j]);
    }
    double[] variances = new double[factors];
    double[][] intercepts = new double[factors][];
    for (int f = 0; f < factors; f++) {
      double sd = Math.exp(best[p + f]);
      variances[f] = sd * sd;
      intercepts[f] = new double[data.sizes()[f]];
      for (int l = 0; l < intercepts[f].length; l++) {
        intercepts[f][l] = sd * at.u[data.offset(f) + l];
      }
    }
    return new MultilevelModel(
        covariance == null || Double.isNaN(at.logLikelihood) ? Status.NO_CONVERGENCE : Status.OK,
        java.util.Arrays.copyOf(best, p),
        se,
        variances,
        at.logLikelihood,
        intercepts);
  }

  /// Minus the second derivatives of the log likelihood, by central differences.
  private static double[][] curvature(Data data, double[] at) {
    int n = at.length;
    double h = 1e-3;
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int a = -1; a <= 1; a += 2) {
          for (int b = -1; b <= 1; b += 2) {
            double[] moved = at.clone();
            moved[i] += a * h;
            moved[j] += b * h;
            sum -= a * b * Laplace.at(data, moved).logLikelihood;
          }
        }
        out[i][j] = sum / (4 * h * h);
        out[j][i] = out[i][j];
      }
    }
    return out;
  }

  /// P(y=1) for covariates and levels; a level below 0 was not seen and has intercept 0.
  public double predict(double[] covariates, int... levels) {
    double eta = Matrices.dot(covariates, fixed);
    for (int f = 0; f < levels.length; f++) {
      eta += levels[f] < 0 ? 0 : intercepts[f][levels[f]];
    }
    return 1 / (1 + Math.exp(-eta));
  }

  /// The approximated likelihood at one parameter value, with the modes of the standardised
  /// effects.
  @SuppressWarnings("ArrayRecordComponent")
  private record Laplace(double logLikelihood, double[] u) {
    static Laplace at(Data data, double[] parameters) {
      int p = data.x()[0].length;
      int q = data.effects();
      double[] sd = new double[data.sizes().length];
      for (int f = 0; f < sd.length; f++) {
        sd[f] = Math.exp(parameters[p + f]);
      }
      double[] fixed = new double[data.y().length];
      for (int k = 0; k < fixed.length; k++) {
        for (int j = 0; j < p; j++) {
          fixed[k] += data.x()[k][j] * parameters[j];
        }
      }
      double[] u = new double[q];
      double[][] hessian = new double[q][q];
      double value = penalised(data, fixed, sd, u);
      for (int step = 0; step < 60; step++) {
        double[] gradient = derivatives(data, fixed, sd, u, hessian);
        double @Nullable [][] inverse = Matrices.inverse(hessian);
        if (inverse == null) {
          return new Laplace(Double.NEGATIVE_INFINITY, u);
        }
        double[] move = Matrices.times(inverse, gradient);
        double share = 1;
        double[] next = moved(u, move, share);
        double better = penalised(data, fixed, sd, next);
        while (better < value && share > 1e-6) {
          share /= 2;
          next = moved(u, move, share);
          better = penalised(data, fixed, sd, next);
        }
        boolean done = better - value < 1e-12;
        u = next;
        value = better;
        if (done) {
          break;
        }
      }
      derivatives(data, fixed, sd, u, hessian);
      return new Laplace(value - Matrices.logDeterminant(hessian) / 2, u);
    }

    private static double[] moved(double[] u, double[] move, double share) {
      double[] next = u.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += share * move[i];
      }
      return next;
    }

    private static double eta(Data data, double[] fixed, double[] sd, double[] u, int k) {
      double eta = fixed[k];
      int offset = 0;
      for (int f = 0; f < sd.length; f++) {
        eta += sd[f] * u[offset + data.levels()[f][k]];
        offset += data.sizes()[f];
      }
      return eta;
    }

    private static double penalised(Data data, double[] fixed, double[] sd, double[] u) {
      double sum = -Matrices.dot(u, u) / 2;
      for (int k = 0; k < fixed.length; k++) {
        double eta = eta(data, fixed, sd, u, k);
        sum +=
            data.y()[k] * eta
                - (eta > 0 ? eta + Math.log1p(Math.exp(-eta)) : Math.log1p(Math.exp(eta)));
      }
      return sum;
    }

    private static double[] derivatives(
        Data data, double[] fixed, double[] sd, double[] u, double[][] hessian) {
      double[] gradient = new double[u.length];
      for (int i = 0; i < u.length; i++) {
        java.util.Arrays.fill(hessian[i], 0);
        hessian[i][i] = 1;
        gradient[i] = -u[i];
      }
      for (int k = 0; k < fixed.length; k++) {
        double mu = 1 / (1 + Math.exp(-eta(data, fixed, sd, u, k)));
        double weight = mu * (1 - mu);
        for (int f = 0; f < sd.length; f++) {
          int i = data.offset(f) + data.levels()[f][k];
          gradient[i] += sd[f] * (data.y()[k] - mu);
          for (int g = 0; g < sd.length; g++) {
            hessian[i][data.offset(g) + data.levels()[g][k]] += sd[f] * sd[g] * weight;
          }
        }
      }
      return gradient;
    }
  }
}
