package cabildo.studies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
  private final WorkCalendar calendar = new WorkCalendars().official();

  @Test
  void officesRestAtWeekendsAndOnTheDaysOfLaw() {
    assertThat(isWorking("2026-01-15")).isTrue();
    assertThat(isWorking("2026-01-17")).as("Saturday").isFalse();
    assertThat(isWorking("2026-02-02")).as("first Monday of February").isFalse();
    assertThat(isWorking("2026-02-05")).as("the date itself").isTrue();
    assertThat(isWorking("2026-03-02")).as("founding of the state").isFalse();
    assertThat(isWorking("2026-03-16")).as("third Monday of March").isFalse();
    assertThat(isWorking("2026-11-16")).as("third Monday of November").isFalse();
  }

  @Test
  void theFederalHandoverIsEverySixYearsAndMovedInLaw() {
    assertThat(isWorking("2024-10-01")).isFalse();
    assertThat(isWorking("2025-10-01")).isTrue();
    assertThat(isWorking("2030-10-01")).isFalse();
    assertThat(isWorking("2006-12-01")).isFalse();
    assertThat(isWorking("2025-12-01")).isTrue();
  }

  @Test
  void closuresOfAYearAreClosedToTheirLastDay() {
    assertThat(isWorking("2024-03-25")).isFalse();
    assertThat(isWorking("2024-03-29")).isFalse();
    assertThat(isWorking("2024-04-01")).isTrue();
    assertThat(isWorking("2025-01-06")).isFalse();
  }

  @Test
  void aTermBeginsOnTheNextWorkingDay() {
    assertThat(calendar.after(day("2026-01-15"), 1)).isEqualTo("2026-01-16");
    assertThat(calendar.after(day("2026-01-16"), 1)).as("a Friday").isEqualTo("2026-01-19");
    assertThat(calendar.after(day("2026-01-30"), 1))
        .as("over a weekend and a holiday")
        .isEqualTo("2026-02-03");
    assertThat(calendar.between(day("2026-01-30"), day("2026-02-03"))).isEqualTo(1);
    assertThat(calendar.between(day("2026-01-30"), day("2026-01-30"))).isZero();
    assertThat(calendar.between(day("2026-01-30"), day("2026-01-01"))).isZero();
  }

  @Property
  void countingATermGivesItsDaysBack(
      @ForAll @IntRange(max = 4000) int start, @ForAll @IntRange(min = 1, max = 60) int days) {
    LocalDate from = day("2020-01-01").plusDays(start);
    LocalDate last = calendar.after(from, days);
    assertThat(calendar.isWorkingDay(last)).isTrue();
    assertThat(calendar.between(from, last)).isEqualTo(days);
  }

  private boolean isWorking(String date) {
    return calendar.isWorkingDay(day(date));
  }

  private static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
