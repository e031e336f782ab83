package cabildo.statistics.verdict;

import static cabildo.statistics.verdict.ReasonCode.*;
import static cabildo.statistics.verdict.Verdict.Outcome.*;

import cabildo.statistics.Numbers;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The versioned rule "statistically conclusive". The verdict is the worst failed gate.
///
/// Support thresholds follow Latin American offices (n and n* 60, ν 9) and NCHS (30, width 0.30);
/// the margins are the promise of the plan.
///
/// @param version printed beside every verdict
/// @param level confidence level
/// @param margins planned half-width per kind of domain, as proportions
/// @param minN respondents to publish
/// @param minEffectiveN effective sample to publish
/// @param conclusiveN respondents to conclude
/// @param conclusiveEffectiveN effective sample to conclude
/// @param minDf degrees of freedom to conclude
/// @param minStratumCoverage population share of covered strata
/// @param minFrameCoverage declared frame coverage to conclude
/// @param maxWidth full width of an interval that may be published
/// @param indicativeFactor times the planned margin that is still indicative
/// @param minResponseRate weighted response rate to conclude
/// @param minRIndicator representativeness to conclude
/// @param maxStdDiff standardised difference to conclude
/// @param minCell respondents below which nothing is shown
public record DecisionPolicy(
    String version,
    double level,
    Map<Evidence.DomainLevel, Double> margins,
    int minN,
    double minEffectiveN,
    int conclusiveN,
    double conclusiveEffectiveN,
    double minDf,
    double minStratumCoverage,
    double minFrameCoverage,
    double maxWidth,
    double indicativeFactor,
    double minResponseRate,
    double minRIndicator,
    double maxStdDiff,
    int minCell) {
  /// The default parameters.
  public static final DecisionPolicy DEFAULT =
      new DecisionPolicy(
          "2025-1",
          0.95,
          Map.of(
              Evidence.DomainLevel.MUNICIPALITY, 0.10,
              Evidence.DomainLevel.REGION, 0.06,
              Evidence.DomainLevel.STATE, 0.035,
              Evidence.DomainLevel.NATIONAL, 0.03),
          30,
          30,
          60,
          60,
          9,
          0.95,
          0.90,
          0.30,
          1.75,
          0.15,
          0.70,
          0.25,
          5);

  /// Refuses a missing margin.
  public DecisionPolicy {
    Numbers.level(level);
    margins = Map.copyOf(margins);
    for (Evidence.DomainLevel domain : Evidence.DomainLevel.values()) {
      if (!margins.containsKey(domain)) {
        throw new IllegalArgumentException("the policy has no margin for " + domain);
      }
    }
  }

  /// Planned margin of a kind of domain.
  public double margin(Evidence.DomainLevel domain) {
    return margins.getOrDefault(domain, 0.0);
  }

  /// Judges the evidence.
  public Verdict judge(Evidence e) {
    Findings findings = new Findings();
    sample(e, findings);
    if (e.n() < minCell) {
      findings.add(SMALL_CELL, WITHHELD);
      return findings.verdict(version, Interval.NONE, null, null);
    }
    Double p = e.p();
    Double se = e.se();
    if (!(e.df() > 0) || p == null || se == null) {
      findings.add(ReasonCode.VARIANCE_NOT_ESTIMABLE, NOT_CONCLUSIVE);
      return findings.verdict(version, Interval.NONE, null, null);
    }
    Proportion x = new Proportion(p, se * se, e.n(), e.df(), level);
    Interval interval = ProportionInterval.KORN_GRAUBARD.of(x);
    coverage(e, findings);
    support(e, x.cappedEffectiveN(), findings);
    double half = Math.max(p - Numbers.orNaN(interval.low()), Numbers.orNaN(interval.high()) - p);
    width(e, interval.width(), half, findings);
    response(e, findings);
    return findings.verdict(version, interval, x.cappedEffectiveN(), Numbers.orNull(half));
  }

  private static void sample(Evidence e, Findings findings) {
    // One gate: its first failure is the reason, for without a plan there are no probabilities.
    if (e.kind() == Evidence.SampleKind.VOLUNTEER) {
      findings.add(VOLUNTEER_SAMPLE, NOT_CONCLUSIVE);
    } else if (!e.planFrozen()) {
      findings.add(PLAN_NOT_FROZEN, NOT_CONCLUSIVE);
    } else if (!e.knownProbabilities()) {
      findings.add(UNKNOWN_PROBABILITIES, NOT_CONCLUSIVE);
    }
  }

  private void coverage(Evidence e, Findings findings) {
    if (!atLeast(e.stratumCoverage(), minStratumCoverage)) {
      findings.add(STRATUM_COVERAGE, NOT_CONCLUSIVE);
    }
    if (!atLeast(e.frameCoverage(), minFrameCoverage)) {
      findings.add(FRAME_COVERAGE, INDICATIVE);
    }
  }

  private void support(Evidence e, double effectiveN, Findings findings) {
    if (e.n() < minN || !(effectiveN >= minEffectiveN)) {
      findings.add(TOO_FEW_RESPONSES, NOT_CONCLUSIVE);
    } else if (e.n() < conclusiveN || effectiveN < conclusiveEffectiveN) {
      findings.add(FEW_RESPONSES, INDICATIVE);
    }
    if (e.df() < minDf) {
      findings.add(FEW_DEGREES_OF_FREEDOM, INDICATIVE);
    }
  }

  private void width(Evidence e, double width, double half, Findings findings) {
    double planned = margin(e.levelOfDomain());
    if (!(width < maxWidth)) {
      findings.add(INTERVAL_TOO_WIDE, NOT_CONCLUSIVE);
    } else if (half > indicativeFactor * planned) {
      findings.add(MARGIN_EXCEEDED, NOT_CONCLUSIVE);
    } else if (half > planned) {
      findings.add(MARGIN_ABOVE_PLAN, INDICATIVE);
    }
  }

  private void response(Evidence e, Findings findings) {
    if (!atLeast(e.responseRate(), minResponseRate)) {
      findings.add(LOW_RESPONSE_RATE, INDICATIVE);
    }
    Double difference = e.maxStdDiff();
    if (!atLeast(e.rIndicator(), minRIndicator) || difference == null || difference > maxStdDiff) {
      findings.add(NONRESPONSE_IMBALANCE, INDICATIVE);
    }
  }

  private static boolean atLeast(@Nullable Double value, double floor) {
    return value != null && value >= floor;
  }

  private static final class Findings {
    private final List<ReasonCode> reasons = new ArrayList<>();
    private Verdict.Outcome worst = CONCLUSIVE;

    void add(ReasonCode reason, Verdict.Outcome cap) {
      reasons.add(reason);
      worst = cap.compareTo(worst) > 0 ? cap : worst;
    }

    Verdict verdict(
        String version, Interval interval, @Nullable Double effectiveN, @Nullable Double half) {
      return new Verdict(worst, reasons, interval, effectiveN, half, version);
    }
  }
}
