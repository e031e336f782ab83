package cabildo.studies.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.kernel.Period;
import cabildo.statistics.planning.Template;
import cabildo.studies.sampling.PlanTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExpectationTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 6);
  private static final Period TIME = new Period(FIRST, FIRST.plusDays(19));

  static UnitState unit(int number, int size, int planned, long issued, long recent, long answers) {
    return new UnitState(
        number,
        "c" + number,
        "Unit " + number,
        new UUID(0, number),
        size,
        1,
        planned,
        planned * 2,
        issued,
        recent,
        answers,
        0);
  }

  private static PlanTerms terms(Template.Kind template) {
    return new PlanTerms(
        template, 0.1, 0.035, 0.95, 1, 1, 0.03, 4, 0.5, 350, 8000, 0.95, TIME, "", "");
  }

  private static UnitState answered(int number, int size, long answers) {
    return unit(number, size, 100, 200, 0, answers);
  }

  @Test
  void equalSharesGiveTheMarginOfASimpleSample() {
    var all = List.of(answered(1, 500_000, 200), answered(2, 500_000, 200));
    Expectation expectation = Expectation.of(terms(Template.Kind.EVERY_MUNICIPALITY), all);
    // 1.959964 √(0.25 / 400)
    assertThat(expectation.margin()).isCloseTo(0.0489991, within(1e-6));
    assertThat(expectation.covered()).isEqualTo(1);
  }

  @Test
  void unevenAnswersWidenIt() {
    var uneven = List.of(answered(1, 500_000, 390), answered(2, 500_000, 10));
    Expectation expectation = Expectation.of(terms(Template.Kind.EVERY_MUNICIPALITY), uneven);
    // 1.959964 √(0.25 (0.25/390 + 0.25/10)): ten answers speak for half of the people
    assertThat(expectation.margin()).isCloseTo(0.1569227, within(1e-6));
  }

  @Test
  void clustersWidenItByTheirTake() {
    var all = List.of(answered(1, 500_000, 200), answered(2, 500_000, 200));
    Expectation expectation = Expectation.of(terms(Template.Kind.STATE_ONLY), all);
    assertThat(expectation.margin()).isCloseTo(0.0489991 * Math.sqrt(1 + 199 * 0.03), within(1e-6));
  }

  @Test
  void whereTooManyLiveInEmptyPlacesThereIsNoMargin() {
    var all = List.of(answered(1, 900_000, 200), answered(2, 100_000, 1));
    Expectation expectation = Expectation.of(terms(Template.Kind.EVERY_MUNICIPALITY), all);
    assertThat(expectation.margin()).isNull();
    assertThat(expectation.covered()).isEqualTo(0.9);
    assertThat(Expectation.of(terms(Template.Kind.STATE_ONLY), List.of()).margin()).isNull();
  }

  @Test
  void aPaceSaysNothingOnTheFirstDayAndJudgesLater() {
    Pace first = Pace.of(FIRST, null, TIME, FIRST);
    assertThat(first.standing(100, 3)).isEqualTo(Standing.EARLY);
    Pace half = Pace.of(FIRST, null, TIME, FIRST.plusDays(9));
    assertThat(half.elapsed()).isEqualTo(0.5);
    assertThat(half.projected(49)).isEqualTo(98);
    assertThat(half.standing(100, 49)).isEqualTo(Standing.BEHIND);
    assertThat(half.standing(100, 50)).isEqualTo(Standing.ON_COURSE);
    assertThat(half.standing(100, 100)).isEqualTo(Standing.REACHED);
    assertThat(half.standing(100, 0)).isEqualTo(Standing.EMPTY);
    Pace closed = Pace.of(FIRST, FIRST.plusDays(3), TIME, FIRST.plusDays(30));
    assertThat(closed.standing(100, 99)).isEqualTo(Standing.BEHIND);
    assertThat(Pace.of(null, null, TIME, FIRST).isTelling()).isFalse();
  }
}
