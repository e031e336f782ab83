package cabildo.statistics.calibration;

import cabildo.statistics.Status;
import cabildo.statistics.design.Residuals;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.DesignEffects;
import cabildo.statistics.numeric.Matrices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Weights w̃ = w F(xᵀλ) that reproduce Σ w̃ x = X, by Newton's method with step halving.
///
/// λ ← λ + (Σ w F′xxᵀ)⁻¹ (X - Σ w F x), until max|X-X̂|/max(1,|X|) ≤ 1e-10, at most 100 steps.
/// Aliased columns are left out. When no weights inside the bounds exist the answer is
/// `NO_CONVERGENCE` with the weights unchanged, and estimates must be labelled uncalibrated.
/// Deville and Särndal (1992), *JASA* 87.
///
/// @param status `OK`, `NO_CONVERGENCE` or the design's own
/// @param weights calibrated weights, or the given ones
/// @param factors g = w̃/w per row
/// @param deffOfWeights Kish's n Σw̃²/(Σw̃)² after calibration
/// @param rowsAtBounds rows whose factor stands at a bound
/// @param residuals for variances, on the calibration variables with the given weights
@SuppressWarnings("ArrayRecordComponent")
public record Calibration(
    Status status,
    double[] weights,
    double[] factors,
    double deffOfWeights,
    List<Integer> rowsAtBounds,
    Residuals residuals) {
  private static final int MAX_STEPS = 100;
  private static final double TOLERANCE = 1e-10;

  /// Calibrates a design's weights to margins.
  public static Calibration of(SurveyDesign design, Margins margins, Distance distance) {
    return of(design.weights(), margins, distance);
  }

  /// Calibrates plain weights to margins.
  public static Calibration of(double[] w, Margins margins, Distance distance) {
    double[][] x = margins.x();
    double[] scaled = new double[w.length];
    for (int k = 0; k < w.length; k++) {
      scaled[k] = w[k] / margins.scale()[k];
    }
    int[] columns = WeightedResiduals.independentColumns(x, scaled);
    double[] lambda = new double[columns.length];
    double[] g = factors(margins, columns, lambda, distance);
    double gap = gap(margins, w, g);
    for (int step = 0; step < MAX_STEPS && gap > TOLERANCE; step++) {
      double @Nullable [] move = newton(margins, columns, w, lambda, g, distance);
      if (move == null) {
        break;
      }
      double before = gap;
      double share = 1;
      double[] next = lambda;
      for (int half = 0; half < 20; half++, share /= 2) {
        next = moved(lambda, move, share);
        g = factors(margins, columns, next, distance);
        gap = gap(margins, w, g);
        if (gap < before) {
          break;
        }
      }
      lambda = next;
    }
    return gap <= TOLERANCE ? done(w, g, margins, scaled, distance) : unchanged(w, margins, scaled);
  }

  private static Calibration done(
      double[] w, double[] g, Margins margins, double[] scaled, Distance distance) {
    double[] weights = new double[w.length];
    List<Integer> atBounds = new ArrayList<>();
    for (int k = 0; k < w.length; k++) {
      weights[k] = w[k] * g[k];
      if (isAtBound(g[k], distance)) {
        atBounds.add(k);
      }
    }
    return new Calibration(
        Status.OK,
        weights,
        g,
        DesignEffects.ofWeights(weights),
        List.copyOf(atBounds),
        WeightedResiduals.on(margins.x(), scaled));
  }

  private static Calibration unchanged(double[] w, Margins margins, double[] scaled) {
    double[] ones = new double[w.length];
    java.util.Arrays.fill(ones, 1);
    return new Calibration(
        Status.NO_CONVERGENCE,
        w.clone(),
        ones,
        DesignEffects.ofWeights(w),
        List.of(),
        WeightedResiduals.on(margins.x(), scaled));
  }

  /// The design with calibrated weights; unchanged when calibration failed.
  public SurveyDesign applyTo(SurveyDesign design) {
    return status == Status.OK ? design.calibrated(weights, residuals) : design;
  }

  private static boolean isAtBound(double g, Distance distance) {
    return switch (distance) {
      case Distance.Linear ignored -> false;
      case Distance.Raking ignored -> false;
      case Distance.BoundedLinear b -> g <= b.low() || g >= b.high();
      case Distance.Logit b -> g <= b.low() + 1e-9 || g >= b.high() - 1e-9;
    };
  }

  private static double[] moved(double[] lambda, double[] move, double share) {
    double[] next = lambda.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += share * move[j];
    }
    return next;
  }

  private static double[] linear(Margins margins, int[] columns, double[] lambda) {
    double[] u = new double[margins.x().length];
    for (int k = 0; k < u.length; k++) {
      for (int j = 0; j < columns.length; j++) {
        u[k] += margins.x()[k][columns[j]] * lambda[j];
      }
      u[k] /= margins.scale()[k];
    }
    return u;
  }

  private static double[] factors(
      Margins margins, int[] columns, double[] lambda, Distance distance) {
    double[] g = linear(margins, columns, lambda);
    for (int k = 0; k < g.length; k++) {
      g[k] = distance.factor(g[k]);
    }
    return g;
  }

  private static double gap(Margins margins, double[] w, double[] g) {
    double worst = 0;
    for (int j = 0; j < margins.totals().length; j++) {
      double reached = 0;
      for (int k = 0; k < w.length; k++) {
        reached += w[k] * g[k] * margins.x()[k][j];
      }
      double target = margins.totals()[j];
      double miss = Math.abs(target - reached) / Math.max(1, Math.abs(target));
      worst = Double.isNaN(miss) ? Double.POSITIVE_INFINITY : Math.max(worst, miss);
    }
    return worst;
  }

  private static double @Nullable [] newton(
      Margins margins, int[] columns, double[] w, double[] lambda, double[] g, Distance distance) {
    double[] u = linear(margins, columns, lambda);
    int p = columns.length;
    double[][] slope = new double[p][p];
    double[] miss = new double[p];
    for (int i = 0; i < p; i++) {
      miss[i] = margins.totals()[columns[i]];
    }
    for (int k = 0; k < w.length; k++) {
      double[] row = margins.x()[k];
      double curvature = w[k] * distance.slope(u[k]) / margins.scale()[k];
      for (int i = 0; i < p; i++) {
        miss[i] -= w[k] * g[k] * row[columns[i]];
        for (int j = 0; j < p && curvature != 0; j++) {
          slope[i][j] += curvature * row[columns[i]] * row[columns[j]];
        }
      }
    }
    double @Nullable [][] inverse = Matrices.inverse(slope);
    return inverse == null ? null : Matrices.times(inverse, miss);
  }
}
