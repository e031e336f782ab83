package cabildo.statistics.estimate;

/// How the interval of a quantile is formed.
///
/// All but `SCORE` are Woodruff's (1952, *JASA* 47): an interval for the proportion below the
/// quantile, mapped back through the quantile rule.
public enum QuantileInterval {
  /// F̂(q) ± t se, the default.
  MEAN,
  /// Korn-Graubard interval (uncapped) for F̂(q).
  BETA,
  /// Interval on the log odds of F̂(q).
  XLOGIT,
  /// Interval on the arcsine scale of F̂(q).
  ASIN,
  /// Inversion of the score test of Francisco and Fuller (1991), *Annals of Statistics* 19.
  SCORE
}
