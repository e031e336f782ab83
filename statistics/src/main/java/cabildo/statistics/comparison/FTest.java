package cabildo.statistics.comparison;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;
import org.jspecify.annotations.Nullable;

/// A test statistic with its degrees of freedom and upper-tail p-value; undefined parts are `null`.
///
/// @param statistic value
/// @param numeratorDf degrees of freedom
/// @param denominatorDf of an F; `null` for a chi-square
/// @param p upper tail
public record FTest(
    @Nullable Double statistic,
    @Nullable Double numeratorDf,
    @Nullable Double denominatorDf,
    @Nullable Double p) {
  /// A test that could not be made.
  public static final FTest NONE = new FTest(null, null, null, null);

  FTest(double statistic, int df, @Nullable Double denominatorDf, double p) {
    this(Numbers.orNull(statistic), (Double) (double) df, denominatorDf, Numbers.orNull(p));
  }

  /// An F test; without denominator degrees of freedom it is undefined.
  public static FTest of(double f, double df1, double df2) {
    return df2 > 0 && df1 > 0
        ? new FTest(
            Numbers.orNull(f),
            Numbers.orNull(df1),
            Numbers.orNull(df2),
            Numbers.orNull(Distributions.fUpper(f, df1, df2)))
        : NONE;
  }
}
