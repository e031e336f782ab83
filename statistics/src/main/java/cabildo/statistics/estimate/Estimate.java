package cabildo.statistics.estimate;

import cabildo.statistics.Status;
import org.jspecify.annotations.Nullable;

/// An estimate with everything that is published beside it. What is undefined is `null`.
///
/// @param status what the numbers are worth
/// @param estimate in the units of the estimand
/// @param se standard error, same units
/// @param n respondents in the domain with weight above 0 (all of them when every weight is 0)
/// @param sumWeights Σ w over the domain
/// @param dfDesign degrees of freedom of the whole design
/// @param dfDomain degrees of freedom of the domain
/// @param interval est ± t(dfDomain) se; Clopper-Pearson on n for a constant indicator
/// @param designEffects against simple random sampling
public record Estimate(
    Status status,
    @Nullable Double estimate,
    @Nullable Double se,
    int n,
    double sumWeights,
    int dfDesign,
    int dfDomain,
    Interval interval,
    DesignEffects designEffects) {

  /// se², or `null`.
  public @Nullable Double variance() {
    return se == null ? null : (Double) (se * se);
  }

  /// Coefficient of variation se/|estimate| as a proportion, or `null`.
  public @Nullable Double cv() {
    return se == null || estimate == null || estimate == 0
        ? null
        : (Double) (se / Math.abs(estimate));
  }

  /// Effective sample size n / deffReplace, or `null`.
  public @Nullable Double effectiveN() {
    Double deff = designEffects.withReplacement();
    return deff == null || deff == 0 ? null : (Double) (n / deff);
  }
}
