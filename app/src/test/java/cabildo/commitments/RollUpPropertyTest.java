package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class RollUpPropertyTest {
  private static final LocalDate TODAY = LocalDate.parse("2022-06-30");

  @Property
  void countsAddUp(@ForAll("milestones") List<MilestoneFacts> milestones) {
    RollUp rollUp = RollUp.of(milestones, Set.of());
    assertThat(rollUp.doneCount() + rollUp.cancelledCount() + rollUp.openCount())
        .isEqualTo(milestones.size());
    assertThat(rollUp.reportingCount() + rollUp.notReportingCount()).isEqualTo(milestones.size());
    assertThat(rollUp.measuredCount()).isBetween(rollUp.doneCount(), milestones.size());
    assertThat(rollUp.keptCount()).isBetween(0, Math.min(rollUp.doneCount(), rollUp.dueCount()));
    assertThat(rollUp.dueCount())
        .isEqualTo(rollUp.doneCount() + rollUp.cancelledCount() + rollUp.overdueCount());
  }

  @Property
  void percentagesStayBetweenNothingAndAll(@ForAll("milestones") List<MilestoneFacts> milestones) {
    RollUp rollUp = RollUp.of(milestones, Set.of());
    assertThat(rollUp.meanPercent() == null).isEqualTo(rollUp.measuredCount() == 0);
    if (rollUp.meanPercent() != null) {
      assertThat(rollUp.meanPercent()).isBetween(0, 100);
      assertThat(rollUp.expectedPercent()).isBetween(0, 100);
    }
    assertThat(milestones)
        .allSatisfy(milestone -> {
          assertThat(milestone.expectedPercent()).isBetween(0, 100);
          assertThat(milestone.daysLate()).isNotNegative();
          assertThat(milestone.daysEarly()).isNotNegative();
        });
  }

  @Property
  void completeIfAndOnlyIfEveryMilestoneIsDone(
      @ForAll("milestones") List<MilestoneFacts> milestones) {
    boolean allDone = !milestones.isEmpty() && milestones.stream().allMatch(MilestoneFacts::isDone);
    RollUp rollUp = RollUp.of(milestones, Set.of());
    assertThat(rollUp.isComplete()).isEqualTo(allDone);
    assertThat(rollUp.completion() == Completion.COMPLETE).isEqualTo(allDone);
    assertThat(rollUp.timeliness() == Timeliness.DONE).isEqualTo(rollUp.isClosed());
  }

  @Property
  void theWholeDoesNotDependOnTheOrder(@ForAll("milestones") List<MilestoneFacts> milestones) {
    assertThat(RollUp.of(milestones.reversed(), Set.of()))
        .isEqualTo(RollUp.of(milestones, Set.of()));
  }

  @Property
  void anOpenMilestoneIsNeverCalledDoneAndAClosedOneNeverLate(
      @ForAll("milestone") MilestoneFacts milestone) {
    Timeliness timeliness = milestone.timeliness();
    boolean closedWord = timeliness == Timeliness.DONE || timeliness == Timeliness.CANCELLED;
    assertThat(closedWord).isEqualTo(!milestone.isOpen());
    if (timeliness == Timeliness.LATE) {
      assertThat(milestone.daysLate()).isPositive();
    }
  }

  @Provide
  Arbitrary<List<MilestoneFacts>> milestones() {
    return milestone().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<MilestoneFacts> milestone() {
    Arbitrary<Integer> daysAgo = Arbitraries.integers().between(0, 400);
    return Combinators.combine(
            daysAgo,
            Arbitraries.integers().between(-100, 300),
            Arbitraries.integers().between(0, 200),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 100).injectNull(0.3),
            Arbitraries.of(Outcome.values()).injectNull(0.5))
        .as(RollUpPropertyTest::of);
  }

  private static MilestoneFacts of(
      int closedDaysAgo,
      int startDaysAgo,
      int lengthDays,
      int reports,
      @Nullable Integer percent,
      @Nullable Outcome outcome) {
    LocalDate reportedOn = reports == 0 ? null : TODAY.minusDays(closedDaysAgo);
    LocalDate from = TODAY.minusDays(startDaysAgo);
    return new Known(
            null,
            outcome,
            outcome == null ? null : TODAY.minusDays(closedDaysAgo),
            reports,
            reportedOn,
            reportedOn,
            reports == 0 ? null : percent,
            reports)
        .between(from, from.plusDays(lengthDays), TODAY);
  }
}
