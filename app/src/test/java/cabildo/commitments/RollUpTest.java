package cabildo.commitments;

import static cabildo.commitments.Known.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Ids;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RollUpTest {
  private static final String TODAY = "2022-06-30";
  private static final MilestoneFacts SILENT = nothing().on(TODAY);
  private static final MilestoneFacts KEPT =
      nothing().reported("2022-03-20", 90).done("2022-03-31").on(TODAY);
  private static final MilestoneFacts DONE_LATE = nothing().done("2022-04-08").on(TODAY);
  private static final MilestoneFacts CANCELLED = nothing().cancelled("2022-03-15").on(TODAY);
  private static final MilestoneFacts HALF = nothing().reported("2022-06-01", 50).on(TODAY);
  private static final MilestoneFacts UNMEASURED = nothing().reported("2022-06-01", null).on(TODAY);
  private static final MilestoneFacts NOT_DUE =
      nothing()
          .between(
              LocalDate.parse("2023-01-01"), LocalDate.parse("2023-02-01"), LocalDate.parse(TODAY));

  private static RollUp of(MilestoneFacts... milestones) {
    return RollUp.of(List.of(milestones), Set.of());
  }

  @Test
  void everyCountHasItsDenominator() {
    RollUp rollUp = of(SILENT, KEPT, DONE_LATE, CANCELLED, HALF, UNMEASURED, NOT_DUE);
    assertThat(rollUp.milestoneCount()).isEqualTo(7);
    assertThat(rollUp.doneCount()).isEqualTo(2);
    assertThat(rollUp.cancelledCount()).isEqualTo(1);
    assertThat(rollUp.openCount()).isEqualTo(4);
    assertThat(rollUp.reportingCount()).isEqualTo(5);
    assertThat(rollUp.notReportingCount()).isEqualTo(2);
    assertThat(rollUp.measuredCount()).isEqualTo(3);
    assertThat(rollUp.meanPercent()).isEqualTo(83);
    assertThat(rollUp.expectedPercent()).isEqualTo(100);
    assertThat(rollUp.isBehind()).isTrue();
    assertThat(rollUp.overdueCount()).isEqualTo(3);
    assertThat(rollUp.dueCount()).isEqualTo(6);
    assertThat(rollUp.keptCount()).isEqualTo(1);
    assertThat(rollUp.latestPlannedEndOn()).isEqualTo("2023-02-01");
    assertThat(rollUp.latestActualEndOn()).isEqualTo("2022-04-08");
    assertThat(rollUp.timeliness()).isEqualTo(Timeliness.LATE);
  }

  @Test
  void whoHasNotReportedIsNotZero() {
    RollUp rollUp = of(HALF, SILENT, SILENT);
    assertThat(rollUp.meanPercent()).isEqualTo(50);
    assertThat(rollUp.measuredCount()).isEqualTo(1);
    assertThat(rollUp.notReportingCount()).isEqualTo(2);
  }

  @Test
  void nothingReportedHasNoMeanAtAll() {
    RollUp rollUp = of(SILENT, SILENT);
    assertThat(rollUp.meanPercent()).isNull();
    assertThat(rollUp.expectedPercent()).isNull();
    assertThat(rollUp.isBehind()).isFalse();
    assertThat(rollUp.latestActualEndOn()).isNull();
  }

  @Test
  void theMeanIsRoundedDownSoThatAlmostAllIsNotAll() {
    MilestoneFacts almost = nothing().reported("2022-06-01", 99).on(TODAY);
    assertThat(of(KEPT, KEPT, almost).meanPercent()).isEqualTo(99);
  }

  @Test
  void oneItemThatProvesTwoMilestonesCountsOnce() {
    UUID item = Ids.next();
    RollUp rollUp = RollUp.of(List.of(KEPT, DONE_LATE), Set.of(item, KEPT.evidence().getFirst()));
    assertThat(rollUp.evidenceCount()).isEqualTo(3);
  }

  static Stream<Arguments> completions() {
    return Stream.of(
        told("no milestones", Completion.NO_EVIDENCE),
        told("nobody reports", Completion.NO_EVIDENCE, SILENT, SILENT),
        told("nobody reports what was due", Completion.NO_EVIDENCE, SILENT, NOT_DUE),
        told("nothing is due", Completion.NOT_STARTED, NOT_DUE, NOT_DUE),
        told("all cancelled", Completion.NOT_STARTED, CANCELLED, CANCELLED),
        told("one half way", Completion.LIMITED, HALF, SILENT),
        told("fewer than half done", Completion.LIMITED, KEPT, HALF, SILENT),
        told("half done", Completion.SUBSTANTIAL, KEPT, HALF),
        told("all but a cancelled one", Completion.SUBSTANTIAL, KEPT, KEPT, CANCELLED),
        told("one done, the rest cancelled", Completion.LIMITED, KEPT, CANCELLED, CANCELLED),
        told("all done, however late", Completion.COMPLETE, KEPT, DONE_LATE));
  }

  private static Arguments told(String name, Completion expected, MilestoneFacts... milestones) {
    return told(name, expected, List.of(milestones));
  }

  private static Arguments told(String name, Object expected, List<MilestoneFacts> milestones) {
    return Arguments.of(name, expected, milestones);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("completions")
  void completionIsDerivedFromWhatIsDone(
      String name, Completion expected, List<MilestoneFacts> milestones) {
    RollUp rollUp = RollUp.of(milestones, Set.of());
    assertThat(rollUp.completion()).as(name).isEqualTo(expected);
    assertThat(rollUp.isComplete()).isEqualTo(expected == Completion.COMPLETE);
  }

  static Stream<Arguments> plans() {
    return Stream.of(
        told("nothing due", AsPlanned.NOTHING_DUE, NOT_DUE),
        told("all in time", AsPlanned.ALL, KEPT, KEPT, NOT_DUE),
        told("most in time", AsPlanned.MOST, KEPT, KEPT, DONE_LATE),
        told("half in time", AsPlanned.SOME, KEPT, DONE_LATE),
        told("an open one past its end is not in time", AsPlanned.SOME, KEPT, SILENT),
        told("a cancelled one is not as planned", AsPlanned.SOME, KEPT, CANCELLED),
        told("none in time", AsPlanned.NONE, DONE_LATE, SILENT));
  }

  private static Arguments told(String name, AsPlanned expected, MilestoneFacts... milestones) {
    return told(name, expected, List.of(milestones));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("plans")
  void asPlannedIsDerivedFromTheDates(
      String name, AsPlanned expected, List<MilestoneFacts> milestones) {
    assertThat(RollUp.of(milestones, Set.of()).asPlanned()).as(name).isEqualTo(expected);
  }

  @Test
  void closedIsNotCompleteWhenSomethingWasCancelled() {
    assertThat(of(KEPT, CANCELLED).isClosed()).isTrue();
    assertThat(of(KEPT, CANCELLED).isComplete()).isFalse();
    assertThat(of(CANCELLED, CANCELLED).isClosed()).isFalse();
    assertThat(of(CANCELLED, CANCELLED).isWithdrawn()).isTrue();
    assertThat(of().isClosed()).isFalse();
    assertThat(of().isWithdrawn()).isFalse();
  }
}
