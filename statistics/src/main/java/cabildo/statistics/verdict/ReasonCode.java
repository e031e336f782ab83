package cabildo.statistics.verdict;

/// Why a figure is not conclusive. Codes are part of published files and never change meaning.
public enum ReasonCode {
  /// Respondents selected themselves.
  VOLUNTEER_SAMPLE,
  /// Some selection probabilities are unknown or zero.
  UNKNOWN_PROBABILITIES,
  /// The plan was not frozen before the first invitation.
  PLAN_NOT_FROZEN,
  /// Fewer respondents than may be shown.
  SMALL_CELL,
  /// No degrees of freedom.
  VARIANCE_NOT_ESTIMABLE,
  /// Strata without two respondents hold too much of the population.
  STRATUM_COVERAGE,
  /// The frame misses too much of the population.
  FRAME_COVERAGE,
  /// Too few respondents, or too small an effective sample, to publish an estimate.
  TOO_FEW_RESPONSES,
  /// Enough to publish, too few to conclude.
  FEW_RESPONSES,
  /// Too few primary units to trust the interval.
  FEW_DEGREES_OF_FREEDOM,
  /// The interval is too wide to publish at all.
  INTERVAL_TOO_WIDE,
  /// Half-width far above the planned margin.
  MARGIN_EXCEEDED,
  /// Half-width above the planned margin.
  MARGIN_ABOVE_PLAN,
  /// The weighted response rate is below the floor.
  LOW_RESPONSE_RATE,
  /// Respondents differ too much from the frame.
  NONRESPONSE_IMBALANCE
}
