package cabildo.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.statistics.planning.SampleSize;
import cabildo.statistics.planning.Template;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.statistics.verdict.Evidence.DomainLevel;
import cabildo.statistics.verdict.Evidence.SampleKind;
import cabildo.statistics.verdict.FieldState;
import cabildo.statistics.verdict.ReasonCode;
import cabildo.statistics.verdict.Verdict;
import cabildo.statistics.verdict.WhatItWouldTake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The decision rule, its price, and what it would take.
@NullMarked
class VerdictTest {
  private static Evidence evidence(SampleKind kind, int n, double se, double coverage) {
    return new Evidence(
        kind, true, true, DomainLevel.STATE, 0.46, se, n, n - 20, 0.97, coverage, 0.5, 0.85, 0.1);
  }

  private static FieldState state(int covered, int all) {
    List<FieldState.Stratum> strata = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      strata.add(
          new FieldState.Stratum("m" + i, 1000.0 * (1 + i % 7), i < covered ? 10 : 0, false));
    }
    return new FieldState(strata, 1.3, 1, 0.45, 150, 8000);
  }

  @Test
  void noNumberOfVolunteersCan() {
    WhatItWouldTake take =
        WhatItWouldTake.of(
            DecisionPolicy.DEFAULT,
            evidence(SampleKind.VOLUNTEER, 100_000, 0.002, 1),
            state(125, 125));
    assertThat(take)
        .isEqualTo(new WhatItWouldTake.NoNumberCan(List.of(ReasonCode.VOLUNTEER_SAMPLE)));
  }

  @Test
  void aConclusiveFigureNeedsNothing() {
    assertThat(
            WhatItWouldTake.of(
                DecisionPolicy.DEFAULT,
                evidence(SampleKind.PROBABILITY, 3000, 0.012, 1),
                state(125, 125)))
        .isEqualTo(new WhatItWouldTake.Nothing());
  }

  @Test
  void eighteenOfManyMunicipalitiesAreLedToCoverageAndPrecisionAtTheLowestPrice() {
    FieldState state = state(18, 125);
    Evidence evidence = evidence(SampleKind.PROBABILITY, 180, 0.05, state.coveredShare());
    WhatItWouldTake take = WhatItWouldTake.of(DecisionPolicy.DEFAULT, evidence, state);
    assertThat(take).isInstanceOf(WhatItWouldTake.Fieldwork.class);
    var work = (WhatItWouldTake.Fieldwork) take;
    assertThat(work.projected().outcome()).isEqualTo(Verdict.Outcome.CONCLUSIVE);
    assertThat(work.otherConditions()).isEmpty();
    assertThat(work.placements().stream().mapToLong(WhatItWouldTake.Placement::completes).sum())
        .isEqualTo(work.completes());
    assertThat(work.newStrata()).as("not all 107 have to be opened for 95 %").isBetween(60, 106);
    assertThat(work.price()).isEqualTo(work.completes() * 150 + work.newStrata() * 8000.0);
  }

  @Test
  void oneCompleteFewerWouldNotDo() {
    FieldState state = state(125, 125);
    Evidence evidence = evidence(SampleKind.PROBABILITY, 400, 0.028, 1);
    var work =
        (WhatItWouldTake.Fieldwork) WhatItWouldTake.of(DecisionPolicy.DEFAULT, evidence, state);
    long n = 400 + work.completes();
    double se = Math.sqrt(1.3 * 0.46 * 0.54 / n);
    double before = Math.sqrt(1.3 * 0.46 * 0.54 / (n - 1));
    assertThat(
            DecisionPolicy.DEFAULT
                .judge(evidence(SampleKind.PROBABILITY, (int) n, se, 1))
                .outcome())
        .isEqualTo(Verdict.Outcome.CONCLUSIVE);
    assertThat(
            DecisionPolicy.DEFAULT
                .judge(evidence(SampleKind.PROBABILITY, (int) n - 1, before, 1))
                .outcome())
        .isNotEqualTo(Verdict.Outcome.CONCLUSIVE);
  }

  @Test
  void thePricesOfBothTemplatesAreThoseOfTheSpecification() {
    assertThat(new SampleSize(0.5, Double.POSITIVE_INFINITY, 1, 0.95).completes(0.10))
        .isEqualTo(97);
    assertThat(new SampleSize(0.5, Double.POSITIVE_INFINITY, 1.3, 0.95).completes(0.10))
        .isEqualTo(125);
    double[] people = new double[125];
    Arrays.fill(people, 100_000_000);
    Template.Terms terms =
        new Template.Terms(people, 0.10, 0.035, 1.3, 1.6, 1, 0.03, 35, 0.45, 150, 8000, 0.95);
    assertThat(Template.everyMunicipality(terms).completes()).isEqualTo(15_625);
    assertThat(Template.stateOnly(terms).completes()).isEqualTo(1_255);
    assertThat(Template.shortfall(terms, 2_000_000).commonMargin()).isGreaterThan(0.10);
    assertThat(Template.shortfall(terms, 1e9).needed()).isZero();
  }
}
