package cabildo.statistics.comparison;

import cabildo.statistics.Numbers;
import cabildo.statistics.Status;
import cabildo.statistics.numeric.Distributions;
import org.jspecify.annotations.Nullable;

/// Change of a mean between two waves that share primary units.
///
/// V = v1+v2-2C with C = Σ_h c_h/(c_h-1) Σ_{common}(z1-z̄1)(z2-z̄2), so that the waves keep the
/// variances they were published with. Where V ≤ 0 or the implied correlation exceeds 0.99 the
/// stacked design's value stands in. "No change detected" is not "no change". Kish (1965), section
/// 12.4; Wood (2008), *Journal of Official Statistics* 24.
///
/// @param status `OK` or why there is no standard error
/// @param mean1 first wave
/// @param se1 its standard error
/// @param mean2 second wave
/// @param se2 its standard error
/// @param covarianceDirect C over common units
/// @param stacked the same comparison on both files stacked with shared unit codes
public record PeriodChange(
    Status status,
    double mean1,
    double se1,
    double mean2,
    double se2,
    double covarianceDirect,
    Stacked stacked) {

  /// Variances and covariance of both means in the stacked design.
  ///
  /// @param variance1 of the first wave's mean
  /// @param variance2 of the second wave's mean
  /// @param covariance between them
  /// @param dfDesign degrees of freedom of the union of units
  /// @param dfDomain degrees of freedom where the domain was seen in either wave
  public record Stacked(
      double variance1, double variance2, double covariance, int dfDesign, int dfDomain) {
    /// √(V1+V2-2C), or `null`.
    public @Nullable Double se() {
      return Numbers.orNull(Math.sqrt(variance1 + variance2 - 2 * covariance));
    }

    /// Correlation of the two means, or `null`.
    public @Nullable Double correlation() {
      return Numbers.orNull(covariance / Math.sqrt(variance1 * variance2));
    }
  }

  /// Second mean minus first.
  public double difference() {
    return mean2 - mean1;
  }

  /// √(v1+v2), as if the waves shared no units.
  public double seIndependent() {
    return Math.sqrt(se1 * se1 + se2 * se2);
  }

  /// √(v1+v2-2C), or `null` when that is not positive.
  public @Nullable Double seOverlapDirect() {
    double variance = se1 * se1 + se2 * se2 - 2 * covarianceDirect;
    return variance > 0 ? (Double) Math.sqrt(variance) : null;
  }

  /// The standard error to publish.
  public @Nullable Double se() {
    Double direct = seOverlapDirect();
    boolean trusted = direct != null && covarianceDirect <= 0.99 * se1 * se2;
    return trusted ? direct : stacked.se();
  }

  /// Test of the difference against a standard error, on the stacked domain's degrees of freedom.
  ///
  /// @return two-sided p-value, or `null`
  public @Nullable Double p(double standardError) {
    return Numbers.orNull(
        Distributions.tTwoSided(difference() / standardError, stacked.dfDomain()));
  }
}
