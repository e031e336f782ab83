package cabildo.statistics.verdict;

import cabildo.statistics.Numbers;
import org.jspecify.annotations.Nullable;

/// Everything that the decision rule looks at for one indicator in one domain.
///
/// What is unknown is `null`, and an unknown gate counts as failed.
///
/// @param kind how respondents came to be asked
/// @param planFrozen whether plan and seed were frozen before the first invitation
/// @param knownProbabilities whether every frame unit had a known probability above 0
/// @param levelOfDomain which planned margin applies
/// @param p estimated proportion, or `null`
/// @param se its standard error, or `null`
/// @param n respondents
/// @param df degrees of freedom of the domain
/// @param frameCoverage declared share of the population on the frame
/// @param stratumCoverage population share of strata with two respondents or taken whole
/// @param responseRate weighted RR1
/// @param rIndicator representativeness, 1 is best
/// @param maxStdDiff largest standardised difference of respondents to frame
public record Evidence(
    SampleKind kind,
    boolean planFrozen,
    boolean knownProbabilities,
    DomainLevel levelOfDomain,
    @Nullable Double p,
    @Nullable Double se,
    int n,
    double df,
    @Nullable Double frameCoverage,
    @Nullable Double stratumCoverage,
    @Nullable Double responseRate,
    @Nullable Double rIndicator,
    @Nullable Double maxStdDiff) {
  /// Refuses impossible values.
  public Evidence {
    if (p != null) {
      Numbers.proportion(p, "p");
    }
    if (se != null && !(se >= 0)) {
      throw new IllegalArgumentException("se must be at least 0, but is " + se);
    }
    if (n < 0) {
      throw new IllegalArgumentException("n must be at least 0, but is " + n);
    }
  }

  /// How respondents came to be asked. A volunteer never becomes anything else.
  public enum SampleKind {
    /// Drawn with known probabilities.
    PROBABILITY,
    /// Came by themselves.
    VOLUNTEER
  }

  /// Kinds of domain with their own planned margin.
  public enum DomainLevel {
    /// One municipality.
    MUNICIPALITY,
    /// One region of a state.
    REGION,
    /// A state.
    STATE,
    /// The country.
    NATIONAL
  }
}
