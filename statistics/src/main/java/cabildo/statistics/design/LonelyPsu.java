package cabildo.statistics.design;

/// What a stratum with a single sampled primary unit contributes to the variance.
public enum LonelyPsu {
  /// Refuse: the answer is `SINGLE_PSU_STRATUM`.
  FAIL,
  /// Nothing: the unit is treated as taken with certainty.
  CERTAINTY,
  /// Nothing: the same number as `CERTAINTY`, kept for comparison with other programs.
  REMOVE,
  /// (1-f) t²: its linearised total centred at zero, the grand mean for means and ratios.
  ADJUST,
  /// The mean contribution of the other strata.
  AVERAGE
}
