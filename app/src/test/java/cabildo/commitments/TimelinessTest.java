package cabildo.commitments;

import static cabildo.commitments.Known.nothing;
import static cabildo.commitments.Timeliness.CANCELLED;
import static cabildo.commitments.Timeliness.DONE;
import static cabildo.commitments.Timeliness.LATE;
import static cabildo.commitments.Timeliness.NOT_REPORTED;
import static cabildo.commitments.Timeliness.NOT_STARTED;
import static cabildo.commitments.Timeliness.ON_TIME;
import static cabildo.commitments.Timeliness.STALE;
import static cabildo.commitments.Timeliness.STALLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TimelinessTest {

  /// A milestone planned from 1 to 31 March 2022.
  static Stream<Arguments> days() {
    return Stream.of(
        Arguments.of("before its start", nothing(), "2022-02-10", NOT_STARTED),
        Arguments.of("on its first day", nothing(), "2022-03-01", NOT_STARTED),
        Arguments.of("a day after its start, silent", nothing(), "2022-03-02", NOT_REPORTED),
        Arguments.of("long past its end, silent", nothing(), "2022-12-31", NOT_REPORTED),
        Arguments.of(
            "started early, the same day", nothing().started("2022-02-10"), "2022-02-10", ON_TIME),
        Arguments.of(
            "started early, silent since",
            nothing().started("2022-02-10"),
            "2022-02-11",
            NOT_REPORTED),
        Arguments.of(
            "started late, silent since",
            nothing().started("2022-03-20"),
            "2022-03-20",
            NOT_REPORTED),
        Arguments.of(
            "reported before its start",
            nothing().reported("2022-02-10", 5),
            "2022-02-10",
            ON_TIME),
        Arguments.of(
            "reported, inside its time",
            nothing().reported("2022-03-10", 40),
            "2022-03-20",
            ON_TIME),
        Arguments.of(
            "behind, but not past its end",
            nothing().reported("2022-03-10", 1),
            "2022-03-30",
            ON_TIME),
        Arguments.of(
            "open on its last day", nothing().reported("2022-03-10", 90), "2022-03-31", ON_TIME),
        Arguments.of(
            "open one day after", nothing().reported("2022-03-10", 90), "2022-04-01", LATE),
        Arguments.of(
            "reported whole, but not closed",
            nothing().reported("2022-03-10", 100),
            "2022-04-01",
            LATE),
        Arguments.of(
            "late, 90 days without advance",
            nothing().reported("2022-03-31", 50),
            "2022-06-29",
            LATE),
        Arguments.of(
            "late, 91 days without advance",
            nothing().reported("2022-03-31", 50),
            "2022-06-30",
            STALLED),
        Arguments.of(
            "late, reported again without advance",
            nothing().reported("2022-03-31", 50).reportedAgain("2022-06-29"),
            "2022-06-30",
            STALLED),
        Arguments.of(
            "late, and a late report brought an advance",
            nothing().reported("2022-03-31", 50).reported("2022-06-29", 60),
            "2022-06-30",
            LATE),
        Arguments.of(
            "without any percentage, a late report",
            nothing().reported("2022-06-29", null),
            "2022-06-30",
            LATE),
        Arguments.of("done on its last day", nothing().done("2022-03-31"), "2022-03-31", DONE),
        Arguments.of("done a year late", nothing().done("2023-03-31"), "2023-04-01", DONE),
        Arguments.of("done without a report", nothing().done("2022-03-15"), "2022-12-31", DONE),
        Arguments.of(
            "cancelled past its end", nothing().cancelled("2022-05-01"), "2022-12-31", CANCELLED));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("days")
  void aMilestoneStandsByItsDatesAlone(String name, Known known, String day, Timeliness expected) {
    assertThat(known.on(day).timeliness()).as(name).isEqualTo(expected);
  }

  /// A milestone planned for the year 2022.
  static Stream<Arguments> longOnes() {
    return Stream.of(
        Arguments.of(
            "silent for 4 months to the day",
            nothing().reported("2022-01-31", 95),
            "2022-05-31",
            ON_TIME),
        Arguments.of(
            "silent for a day more", nothing().reported("2022-01-31", 95), "2022-06-01", STALE),
        Arguments.of(
            "silent without a percentage",
            nothing().reported("2022-01-31", null),
            "2022-06-01",
            STALE),
        Arguments.of(
            "behind and silent", nothing().reported("2022-01-31", 10), "2022-05-03", STALLED),
        Arguments.of(
            "behind, 90 days", nothing().reported("2022-01-31", 10), "2022-05-01", ON_TIME),
        Arguments.of(
            "past its end, silent", nothing().reported("2022-01-31", 95), "2023-01-01", STALLED));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("longOnes")
  void aLongMilestoneGrowsStaleBeforeItIsLate(
      String name, Known known, String day, Timeliness expected) {
    MilestoneFacts facts =
        known.between(
            LocalDate.parse("2022-01-01"), LocalDate.parse("2022-12-31"), LocalDate.parse(day));
    assertThat(facts.timeliness()).as(name).isEqualTo(expected);
  }

  static Stream<Arguments> lateness() {
    return Stream.of(
        Arguments.of("on its last day", nothing(), "2022-03-31", 0L),
        Arguments.of("one day after", nothing(), "2022-04-01", 1L),
        Arguments.of("done on its last day", nothing().done("2022-03-31"), "2022-12-31", 0L),
        Arguments.of("done one day late", nothing().done("2022-04-01"), "2022-12-31", 1L),
        Arguments.of("done early", nothing().done("2022-03-20"), "2022-12-31", 0L),
        Arguments.of("done 39 days late", nothing().done("2022-05-09"), "2022-12-31", 39L),
        Arguments.of("cancelled late", nothing().cancelled("2022-05-09"), "2022-12-31", 0L));
  }

  @ParameterizedTest(name = "{0}: {3} days late")
  @MethodSource("lateness")
  void daysLateCountFromThePlannedEnd(String name, Known known, String day, long expected) {
    assertThat(known.on(day).daysLate()).as(name).isEqualTo(expected);
  }

  @Test
  void whatWasDoneEarlySaysByHowMuch() {
    assertThat(nothing().done("2022-03-20").on("2022-12-31").daysEarly()).isEqualTo(11);
    assertThat(nothing().cancelled("2022-03-20").on("2022-12-31").daysEarly()).isZero();
  }

  @Test
  void whatIsExpectedGrowsWithTheDays() {
    assertThat(nothing().on("2022-02-28").expectedPercent()).isZero();
    assertThat(nothing().on("2022-03-01").expectedPercent()).isEqualTo(3);
    assertThat(nothing().on("2022-03-31").expectedPercent()).isEqualTo(100);
  }

  @Test
  void tenPointsBelowTheCalendarAreNoDelay() {
    // On 10 March, 10 of 31 days are 32 %.
    assertThat(nothing().reported("2022-03-10", 22).on("2022-03-10").isBehind()).isFalse();
    assertThat(nothing().reported("2022-03-10", 21).on("2022-03-10").isBehind()).isTrue();
    assertThat(nothing().reported("2022-03-10", null).on("2022-03-10").isBehind()).isFalse();
  }

  @Test
  void whatIsDoneCountsWholeAndWhatIsCancelledNotAtAll() {
    Known reported = nothing().reported("2022-03-10", 75);
    assertThat(reported.on("2022-03-11").actualPercent()).isEqualTo(75);
    assertThat(reported.done("2022-03-11").on("2022-03-11").actualPercent()).isEqualTo(100);
    assertThat(reported.cancelled("2022-03-11").on("2022-03-11").actualPercent()).isNull();
    assertThat(nothing().on("2022-03-11").actualPercent()).isNull();
  }

  static Stream<Arguments> parts() {
    return Stream.of(
        Arguments.of(List.of(), NOT_REPORTED),
        Arguments.of(List.of(DONE, DONE), DONE),
        Arguments.of(List.of(DONE, CANCELLED), DONE),
        Arguments.of(List.of(CANCELLED, CANCELLED), CANCELLED),
        Arguments.of(List.of(DONE, NOT_STARTED), ON_TIME),
        Arguments.of(List.of(CANCELLED, NOT_STARTED), NOT_STARTED),
        Arguments.of(List.of(NOT_STARTED), NOT_STARTED),
        Arguments.of(List.of(DONE, ON_TIME, STALE), STALE),
        Arguments.of(List.of(NOT_REPORTED, STALE), NOT_REPORTED),
        Arguments.of(List.of(LATE, NOT_REPORTED), LATE),
        Arguments.of(List.of(DONE, LATE, STALLED), STALLED));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("parts")
  void aWholeStandsWhereItsWorstOpenPartStands(List<Timeliness> parts, Timeliness expected) {
    assertThat(Timeliness.ofParts(parts)).isEqualTo(expected);
  }

  @Test
  void factsThatContradictThemselvesCannotBeMade() {
    assertThatThrownBy(
            () -> new Known(null, Outcome.DONE, null, 0, null, null, null, 0).on("2022-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Known(null, null, null, 1, null, null, null, 0).on("2022-03-01"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
