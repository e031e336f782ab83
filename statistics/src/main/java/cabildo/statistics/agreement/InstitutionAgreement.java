package cabildo.statistics.agreement;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Linearised;
import org.jspecify.annotations.Nullable;

/// An institution's answers against its citizens', with design weights.
///
/// κ with the delta method over the cell proportions, Gwet's AC1, weighted agreement, and the share
/// of over-claims (institution yes, citizen no) minus under-claims.
///
/// @param status `OK`, or why there is no coefficient or variance
/// @param table weighted cell sums, institution in rows
/// @param agreement weighted share on the diagonal
/// @param kappa weighted κ
/// @param kappaSe design-based
/// @param ac1 Gwet's AC1 of the weighted table
/// @param claimBalance mean of institution minus citizen
/// @param claimBalanceSe design-based
@SuppressWarnings("ArrayRecordComponent")
public record InstitutionAgreement(
    Status status,
    double[][] table,
    @Nullable Double agreement,
    @Nullable Double kappa,
    @Nullable Double kappaSe,
    @Nullable Double ac1,
    @Nullable Double claimBalance,
    @Nullable Double claimBalanceSe) {

  /// Codes from 0 to `categories`-1 on both sides; a negative code is missing.
  public static InstitutionAgreement of(
      SurveyDesign design, int[] institution, int[] citizen, int categories, boolean[] domain) {
    boolean[] rows = new boolean[domain.length];
    double[][] table = new double[categories][categories];
    double[] claim = new double[domain.length];
    for (int k = 0; k < rows.length; k++) {
      rows[k] = domain[k] && institution[k] >= 0 && citizen[k] >= 0;
      if (rows[k]) {
        table[institution[k]][citizen[k]] += design.weight(k);
        claim[k] = institution[k] - citizen[k];
      }
    }
    Linearised balance = Linearised.mean(design, claim, rows);
    CohenKappa kappa = CohenKappa.of(table, CohenKappa.Weights.NONE);
    if (balance.status() != Status.OK || kappa.status() != Status.OK) {
      Status status = balance.status() == Status.OK ? kappa.status() : balance.status();
      return new InstitutionAgreement(
          status,
          table,
          Numbers.orNull(kappa.observed()),
          null,
          null,
          null,
          Numbers.orNull(balance.estimate()),
          null);
    }
    double[] u = kappaContributions(design, institution, citizen, rows, kappa);
    LinearisedVariance v =
        LinearisedVariance.of(design, new double[][] {u, balance.contributions()}, rows);
    boolean estimable = v.status() == Status.OK && design.degreesOfFreedom(rows) > 0;
    return new InstitutionAgreement(
        estimable ? Status.OK : Status.VARIANCE_NOT_ESTIMABLE,
        table,
        Numbers.orNull(kappa.observed()),
        kappa.kappa(),
        estimable ? (Double) Math.sqrt(v.covariance()[0][0]) : null,
        CohenKappa.gwetAc1(table),
        balance.estimate(),
        estimable ? (Double) Math.sqrt(v.covariance()[1][1]) : null);
  }

  /// u = w/Σw [(d-p_o) - (1-κ)(e-2p_e)]/(1-p_e), with d agreement of the row and e the sum of the
  /// other side's margin at the row's two codes.
  private static double[] kappaContributions(
      SurveyDesign design, int[] institution, int[] citizen, boolean[] rows, CohenKappa kappa) {
    double sum = 0;
    int categories = 0;
    for (int k = 0; k < rows.length; k++) {
      sum += rows[k] ? design.weight(k) : 0;
      categories = Math.max(categories, Math.max(institution[k], citizen[k]) + 1);
    }
    double[] rowShare = new double[categories];
    double[] columnShare = new double[categories];
    for (int k = 0; k < rows.length; k++) {
      if (rows[k]) {
        rowShare[institution[k]] += design.weight(k) / sum;
        columnShare[citizen[k]] += design.weight(k) / sum;
      }
    }
    double[] u = new double[rows.length];
    double value = Numbers.orNaN(kappa.kappa());
    for (int k = 0; k < rows.length; k++) {
      if (rows[k]) {
        double agrees = (institution[k] == citizen[k] ? 1 : 0) - kappa.observed();
        double chance = columnShare[institution[k]] + rowShare[citizen[k]] - 2 * kappa.chance();
        u[k] = design.weight(k) / sum * (agrees - (1 - value) * chance) / (1 - kappa.chance());
      }
    }
    return u;
  }
}
