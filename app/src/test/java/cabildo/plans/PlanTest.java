package cabildo.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.app.Days;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlanTest {

  @Test
  void theYearsComeFromTheDatesWhateverTheTitleSays() {
    Plan plan = plan("Plan de acción – Estado, 2021 – 2022", "2022-01-01", "2023-09-30");
    assertThat(plan.years()).isEqualTo("2022–2023");
    assertThat(plan.otherYearsInTitle()).contains("2021–2022");
  }

  @Test
  void aTitleThatAgreesWithTheDatesOrNamesNoYearNeedsNoRemark() {
    assertThat(plan("Plan, 2022-2023", "2022-01-01", "2023-09-30").otherYearsInTitle()).isEmpty();
    assertThat(plan("Plan 2022", "2022-01-01", "2022-09-30").otherYearsInTitle()).isEmpty();
    assertThat(plan("Plan 2030 de la Agenda", "2022-01-01", "2022-09-30").otherYearsInTitle())
        .isEmpty();
  }

  @Property
  void noTitleBreaksTheReadingOfItsYears(@ForAll String title) {
    assertThat(plan("x" + title, "2022-01-01", "2023-01-01").otherYearsInTitle())
        .satisfiesAnyOf(
            years -> assertThat(years).isEmpty(),
            years -> assertThat(years.orElseThrow()).matches("\\d{4}(–\\d{4})?"));
  }

  @Test
  void aPlanEndsAfterItStarts() {
    assertThatThrownBy(() -> plan("Plan", "2022-01-01", "2022-01-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPeriodIsSaidAsExactlyAsItIsKnown() {
    assertThat(days("2019-01-01", "2022-12-31")).isEqualTo("2019 – 2022");
    assertThat(days("2022-01-01", "2023-09-30")).isEqualTo("January 2022 – September 2023");
    assertThat(days("2026-03-02", "2027-08-31")).isEqualTo("2 March 2026 – 31 August 2027");
    assertThat(Days.edge(Lang.ES, LocalDate.parse("2026-01-01"))).isEqualTo("2026");
    assertThat(Days.edge(Lang.ES, LocalDate.parse("2025-03-20"))).isEqualTo("20 de marzo de 2025");
  }

  private static String days(String from, String to) {
    return Days.period(Lang.EN, new Period(LocalDate.parse(from), LocalDate.parse(to)));
  }

  private static Plan plan(String title, String from, String to) {
    return new Plan(
        Ids.next(),
        "plan",
        LocalText.of(Lang.ES, title),
        null,
        LocalDate.parse(from),
        LocalDate.parse(to),
        null,
        PlanState.ENDED,
        null,
        true,
        0);
  }
}
