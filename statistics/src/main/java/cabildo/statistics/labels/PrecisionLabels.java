package cabildo.statistics.labels;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import org.jspecify.annotations.Nullable;

/// What statistical offices would call a proportion's precision.
///
/// Information only: a coefficient of variation depends on p more than on n and flips when the
/// question is negated, so the verdict uses absolute width instead.
///
/// @param cvPercent 100 se/p, `null` when p is 0
/// @param inegi traffic light of agreement CAC-007/01/2018: CV below 15, 30, or more
/// @param statisticsCanada 2009 release guide: CV up to 16.5, 33.3, or more
/// @param ineChile standard of INE Chile; `null` when p is 0 or 1
/// @param ineChileThreshold largest reliable se: p^(2/3)/9 (1-p above one half)
/// @param nchs presentation standard for proportions, Series 2 No 175
/// @param nchsInterval Korn-Graubard on the capped effective sample
/// @param nchsEffectiveN capped effective sample
public record PrecisionLabels(
    @Nullable Double cvPercent,
    Inegi inegi,
    @Nullable StatisticsCanada statisticsCanada,
    @Nullable IneChile ineChile,
    double ineChileThreshold,
    Nchs nchs,
    Interval nchsInterval,
    double nchsEffectiveN) {
  /// Levels of INEGI's traffic light, with the words that its readers know.
  public enum Inegi {
    /// CV below 15 %.
    HIGH("alta"),
    /// CV from 15 to below 30 %.
    MODERATE("moderada"),
    /// CV of 30 % or more.
    LOW("baja"),
    /// No coefficient of variation.
    NO_DATA("sin dato");

    private final String word;

    Inegi(String word) {
      this.word = word;
    }

    /// The published word.
    public String word() {
      return word;
    }
  }

  /// Statistics Canada's release categories.
  public enum StatisticsCanada {
    /// CV up to 16.5 %.
    UNRESTRICTED("unrestricted"),
    /// CV up to 33.3 %.
    MARGINAL("marginal/warn"),
    /// CV above 33.3 %.
    DO_NOT_RELEASE("do not release");

    private final String word;

    StatisticsCanada(String word) {
      this.word = word;
    }

    /// The published word.
    public String word() {
      return word;
    }
  }

  /// INE Chile's reliability.
  public enum IneChile {
    /// n ≥ 60, ν ≥ 9 and se below the threshold.
    RELIABLE("reliable"),
    /// n ≥ 60 and ν ≥ 9, but se above the threshold.
    WEAKLY_RELIABLE("weakly reliable"),
    /// Too few respondents or degrees of freedom.
    NON_RELIABLE("non-reliable");

    private final String word;

    IneChile(String word) {
      this.word = word;
    }

    /// The published word.
    public String word() {
      return word;
    }
  }

  /// What NCHS would do.
  public enum Nchs {
    /// Shown.
    PRESENT("present"),
    /// Looked at by a statistician first.
    REVIEW("review"),
    /// Not shown.
    SUPPRESS("suppress");

    private final String word;

    Nchs(String word) {
      this.word = word;
    }

    /// The published word.
    public String word() {
      return word;
    }
  }

  /// Labels of a proportion with standard error √V on df degrees of freedom.
  public static PrecisionLabels of(Proportion x) {
    Double cv = Numbers.orNull(100 * x.se() / x.p());
    double threshold = Math.cbrt(Math.pow(Math.min(x.p(), 1 - x.p()), 2)) / 9;
    Interval interval = ProportionInterval.KORN_GRAUBARD.of(x);
    return new PrecisionLabels(
        cv,
        inegi(cv),
        statisticsCanada(cv),
        x.p() == 0 || x.p() == 1 ? null : ineChile(x, threshold),
        threshold,
        nchs(x, interval),
        interval,
        x.cappedEffectiveN());
  }

  private static Inegi inegi(@Nullable Double cv) {
    if (cv == null) {
      return Inegi.NO_DATA;
    }
    return cv < 15 ? Inegi.HIGH : cv < 30 ? Inegi.MODERATE : Inegi.LOW;
  }

  private static @Nullable StatisticsCanada statisticsCanada(@Nullable Double cv) {
    if (cv == null) {
      return null;
    }
    return cv <= 16.5
        ? StatisticsCanada.UNRESTRICTED
        : cv <= 33.3 ? StatisticsCanada.MARGINAL : StatisticsCanada.DO_NOT_RELEASE;
  }

  private static IneChile ineChile(Proportion x, double threshold) {
    if (x.n() < 60 || x.df() < 9) {
      return IneChile.NON_RELIABLE;
    }
    return x.se() <= threshold ? IneChile.RELIABLE : IneChile.WEAKLY_RELIABLE;
  }

  private static Nchs nchs(Proportion x, Interval interval) {
    double width = interval.width();
    boolean inside = x.p() > 0 && x.p() < 1;
    boolean relativelyWide = inside && width > 0.05 && width / x.p() > 1.30;
    if (x.n() < 30 || x.cappedEffectiveN() < 30 || !(width < 0.30) || relativelyWide) {
      return Nchs.SUPPRESS;
    }
    return x.df() < 8 || !inside ? Nchs.REVIEW : Nchs.PRESENT;
  }
}
