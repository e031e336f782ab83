package cabildo.statistics.planning;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;

/// Size per period that detects a change between two proportions.
///
/// n = D (z_{α/2}+z_β)² [p1q1+p2q2-2λr√(p1q1p2q2)]/(p1-p2)².
///
/// @param p1 first period
/// @param p2 second period
/// @param alpha two-sided error
/// @param power 1-β
/// @param overlap λ, share of the sample in both periods
/// @param correlation r of a unit's answers in both periods
/// @param designEffect D
public record ChangeDetection(
    double p1,
    double p2,
    double alpha,
    double power,
    double overlap,
    double correlation,
    double designEffect) {
  /// Refuses impossible values and equal proportions.
  public ChangeDetection {
    Numbers.proportion(p1, "p1");
    Numbers.proportion(p2, "p2");
    Numbers.proportion(overlap, "overlap");
    Numbers.level(alpha);
    Numbers.level(power);
    if (p1 == p2) {
      throw new IllegalArgumentException("no sample detects a change of zero");
    }
  }

  /// Size per period, unrounded.
  public double exact() {
    double z = Distributions.zCritical(1 - alpha) + Distributions.normalQuantile(power);
    double v1 = p1 * (1 - p1);
    double v2 = p2 * (1 - p2);
    double spread = v1 + v2 - 2 * overlap * correlation * Math.sqrt(v1 * v2);
    return designEffect * z * z * spread / ((p1 - p2) * (p1 - p2));
  }

  /// Size per period.
  public long completes() {
    return (long) Math.ceil(exact() - 1e-9);
  }
}
