package cabildo.statistics.estimate;

import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;

/// A point estimate with the contribution of every row to its linear approximation.
///
/// The contributions are 0 outside the domain and where the variable is missing: a missing item is
/// a domain restriction, never an imputation. Särndal, Swensson and Wretman (1992), section 5.5.
///
/// @param status `OK`, or why there is no estimate
/// @param estimate the estimate, NaN when there is none
/// @param contributions u_k, so that V(θ̂) ≈ V(Σ u_k)
/// @param rows rows of the domain with the variable present
@SuppressWarnings("ArrayRecordComponent")
public record Linearised(Status status, double estimate, double[] contributions, boolean[] rows) {

  /// Σ w d y, in the units of y. An empty domain gives 0 with status `NO_DATA`.
  public static Linearised total(SurveyDesign design, double[] y, boolean[] domain) {
    boolean[] rows = present(domain, y);
    Status status = soundness(design, rows);
    double[] u = new double[design.rows()];
    double total = 0;
    for (int k = 0; k < u.length; k++) {
      if (rows[k]) {
        u[k] = design.weight(k) * y[k];
        total += u[k];
      }
    }
    boolean computes = status == Status.OK || status == Status.NO_DATA;
    return new Linearised(status, computes ? total : Double.NaN, u, rows);
  }

  /// Σ w d y / Σ w d; u = w d (y-ȳ)/Σ w d. A proportion is the mean of an indicator.
  public static Linearised mean(SurveyDesign design, double[] y, boolean[] domain) {
    double[] ones = new double[y.length];
    java.util.Arrays.fill(ones, 1);
    return ratio(design, y, ones, domain);
  }

  /// R = Σ w d y / Σ w d x; u = w d (y-Rx)/Σ w d x.
  public static Linearised ratio(SurveyDesign design, double[] y, double[] x, boolean[] domain) {
    boolean[] rows = present(present(domain, y), x);
    Status status = soundness(design, rows);
    double[] u = new double[design.rows()];
    double numerator = 0;
    double denominator = 0;
    for (int k = 0; k < u.length; k++) {
      if (rows[k]) {
        numerator += design.weight(k) * y[k];
        denominator += design.weight(k) * x[k];
      }
    }
    if (status == Status.OK && denominator == 0) {
      status = Status.ZERO_DENOMINATOR;
    }
    if (status != Status.OK) {
      return new Linearised(status, Double.NaN, u, rows);
    }
    double ratio = numerator / denominator;
    for (int k = 0; k < u.length; k++) {
      if (rows[k]) {
        u[k] = design.weight(k) * (y[k] - ratio * x[k]) / denominator;
      }
    }
    return new Linearised(status, ratio, u, rows);
  }

  /// Variance of the estimate by the design's formula.
  public LinearisedVariance variance(SurveyDesign design) {
    return LinearisedVariance.of(design, new double[][] {contributions}, rows);
  }

  /// Rows of `domain` where the variable is present.
  public static boolean[] present(boolean[] domain, double[] y) {
    boolean[] rows = new boolean[domain.length];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = domain[k] && !Double.isNaN(y[k]);
    }
    return rows;
  }

  /// Why the rows cannot support an estimate, or `OK`.
  static Status soundness(SurveyDesign design, boolean[] rows) {
    if (design.status() != Status.OK) {
      return design.status();
    }
    boolean any = false;
    for (int k = 0; k < rows.length; k++) {
      any |= rows[k];
      if (rows[k] && design.weight(k) > 0) {
        return Status.OK;
      }
    }
    return any ? Status.ZERO_WEIGHT : Status.NO_DATA;
  }
}
