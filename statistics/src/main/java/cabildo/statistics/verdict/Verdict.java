package cabildo.statistics.verdict;

import cabildo.statistics.estimate.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What may be said about one indicator in one domain, with every reason.
///
/// "Conclusive" says that the sampling error is small enough and the design is sound; it never
/// claims absence of measurement error.
///
/// @param outcome the worst gate
/// @param reasons all failed gates in the order of the policy
/// @param interval Korn-Graubard interval, or none
/// @param effectiveN capped effective sample, or `null`
/// @param halfWidth the longer arm of the interval, or `null`
/// @param policyVersion version of the policy that decided
public record Verdict(
    Outcome outcome,
    List<ReasonCode> reasons,
    Interval interval,
    @Nullable Double effectiveN,
    @Nullable Double halfWidth,
    String policyVersion) {
  /// Copies the reasons.
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /// From best to worst.
  public enum Outcome {
    /// Stated.
    CONCLUSIVE,
    /// Shown with caution.
    INDICATIVE,
    /// Not stated about the population.
    NOT_CONCLUSIVE,
    /// Not shown at all.
    WITHHELD
  }
}
