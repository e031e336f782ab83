package cabildo.statistics.scores;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.numeric.Distributions;
import org.jspecify.annotations.Nullable;

/// What an institution says of itself minus what citizens answered.
///
/// The institution's own score is a census value, so the variance comes from the citizens only. The
/// two numbers are published side by side and never averaged by default.
///
/// @param gap institution minus citizens, in index points; `null` without a citizens' estimate
/// @param se of the gap
/// @param interval gap ± t se
public record InstitutionGap(@Nullable Double gap, @Nullable Double se, Interval interval) {

  /// The gap of an institution's score to a citizens' estimate.
  public static InstitutionGap of(double institutionScore, Estimate citizens, double level) {
    Double mean = citizens.estimate();
    if (mean == null) {
      return new InstitutionGap(null, null, Interval.NONE);
    }
    double gap = institutionScore - mean;
    Double se = citizens.se();
    double half = Distributions.tCritical(level, citizens.dfDomain()) * Numbers.orNaN(se);
    return new InstitutionGap(gap, se, Interval.of(gap - half, gap + half));
  }
}
