package cabildo.statistics.agreement;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import org.jspecify.annotations.Nullable;

/// Chance-corrected agreement of m raters on nominal categories, complete ratings.
///
/// κ = (P̄-P̄e)/(1-P̄e). Fleiss (1971), *Psychological Bulletin* 76; null standard error after
/// Fleiss, Nee and Landis (1979), *Psychological Bulletin* 86.
///
/// @param status `OK`, `NO_DATA`, or `PE_IS_ONE` when only one category was used
/// @param kappa overall
/// @param observed P̄
/// @param chance P̄e
/// @param seNull standard error when κ is 0
/// @param categoryKappa κ of each category against the others; NaN for an unused one
@SuppressWarnings("ArrayRecordComponent")
public record FleissKappa(
    Status status,
    @Nullable Double kappa,
    double observed,
    double chance,
    @Nullable Double seNull,
    double[] categoryKappa) {

  /// Counts: one array per subject with the number of raters per category.
  public static FleissKappa of(double[][] counts) {
    double subjects = counts.length;
    int categories = counts.length == 0 ? 0 : counts[0].length;
    double m = 0;
    for (int j = 0; j < categories; j++) {
      m += counts[0][j];
    }
    if (subjects < 1 || m < 2) {
      return new FleissKappa(Status.NO_DATA, null, Double.NaN, Double.NaN, null, new double[0]);
    }
    double[] p = new double[categories];
    double observed = 0;
    double[] disagreement = new double[categories];
    for (double[] row : counts) {
      for (int j = 0; j < categories; j++) {
        p[j] += row[j] / (subjects * m);
        observed += row[j] * (row[j] - 1) / (subjects * m * (m - 1));
        disagreement[j] += row[j] * (m - row[j]);
      }
    }
    double chance = 0;
    double spread = 0;
    double skew = 0;
    double[] byCategory = new double[categories];
    for (int j = 0; j < categories; j++) {
      double pq = p[j] * (1 - p[j]);
      chance += p[j] * p[j];
      spread += pq;
      skew += pq * (1 - 2 * p[j]);
      byCategory[j] = 1 - disagreement[j] / (subjects * m * (m - 1) * pq);
    }
    if (1 - chance < 1e-15) {
      return new FleissKappa(Status.PE_IS_ONE, null, observed, chance, null, byCategory);
    }
    double se =
        Math.sqrt(2)
            / (spread * Math.sqrt(subjects * m * (m - 1)))
            * Math.sqrt(spread * spread - skew);
    return new FleissKappa(
        Status.OK,
        (observed - chance) / (1 - chance),
        observed,
        chance,
        Numbers.orNull(se),
        byCategory);
  }
}
