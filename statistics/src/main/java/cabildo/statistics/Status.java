package cabildo.statistics;

/// What an answer is worth: every estimator returns one of these instead of NaN or an exception.
///
/// `OK` comes with an estimate and its standard error. `ZERO_VARIANCE` and `CENSUS` come with both,
/// and the standard error is 0 for the stated reason. `VARIANCE_NOT_ESTIMABLE` and
/// `SINGLE_PSU_STRATUM` come with an estimate alone. The others come with nothing.
public enum Status {
  /// Estimate and standard error stand.
  OK,
  /// Empty domain, or every value missing.
  NO_DATA,
  /// No degrees of freedom: fewer than two primary sampling units where the domain was seen.
  VARIANCE_NOT_ESTIMABLE,
  /// All answers are equal: standard error 0, interval by Clopper-Pearson on n.
  ZERO_VARIANCE,
  /// Every unit was observed: standard error 0 is right.
  CENSUS,
  /// All weights in the domain are zero.
  ZERO_WEIGHT,
  /// A weight is negative, infinite or missing.
  INVALID_WEIGHT,
  /// A population count is smaller than its sample, or differs inside a stratum.
  INVALID_FPC,
  /// A ratio's denominator is zero.
  ZERO_DENOMINATOR,
  /// A stratum holds one primary sampling unit and the rule is to refuse it.
  SINGLE_PSU_STRATUM,
  /// An iterative method did not converge; its input stands unchanged.
  NO_CONVERGENCE,
  /// No plan or pattern satisfies the requirements.
  INFEASIBLE,
  /// Chance agreement is one, so a chance-corrected coefficient is undefined.
  PE_IS_ONE
}
