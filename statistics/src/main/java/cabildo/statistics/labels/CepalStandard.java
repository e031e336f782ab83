package cabildo.statistics.labels;

/// CEPAL's quality criteria for household-survey estimates (2023).
public enum CepalStandard {
  /// Published.
  PUBLISH,
  /// Published with a warning.
  PUBLISH_WITH_WARNING,
  /// Suppressed.
  SUPPRESS;

  /// The label of a proportion.
  ///
  /// deff ≥ 1, n_eff ≥ 60 and ν ≥ 9 are needed; then the unweighted count must reach 50 (30 with a
  /// warning), and the logarithmic coefficient of variation must not exceed 17.5 %, or the plain
  /// one 20 % (30 % with a warning).
  ///
  /// @param count respondents with the attribute
  public static CepalStandard of(
      double p, double se, double designEffect, double effectiveN, double df, int count) {
    if (designEffect < 1 || effectiveN < 60 || df < 9 || count < 30) {
      return SUPPRESS;
    }
    double smaller = Math.min(p, 1 - p);
    double logarithmic = 100 * (se / smaller) / -Math.log(smaller);
    double cv = 100 * se / p;
    if (count >= 50 && (logarithmic <= 17.5 || cv <= 20)) {
      return PUBLISH;
    }
    return cv <= 30 || logarithmic <= 17.5 ? PUBLISH_WITH_WARNING : SUPPRESS;
  }
}
