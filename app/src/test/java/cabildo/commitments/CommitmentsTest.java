package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.accounts.People;
import cabildo.db.Database;
import cabildo.kernel.Problem;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class CommitmentsTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-01-15");
  @Autowired Commitments commitments;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired People people;
  @Autowired Clock clock;
  private SmallWorld world;

  @BeforeEach
  void aSmallWorld() {
    world = new SmallWorld(database, subjects, people, clock);
  }

  private CommitmentFacts facts(String day) {
    return commitments.factsOf(world.commitment, LocalDate.parse(day));
  }

  @Test
  void aCommitmentWithoutLinesHasFactsAndNobodyCanTell() {
    UUID bare = world.commitment("bare-tx", null, 2);
    CommitmentFacts facts = commitments.factsOf(bare, TODAY);
    assertThat(facts.lines()).isEmpty();
    assertThat(facts.rollUp().milestoneCount()).isZero();
    assertThat(facts.rollUp().completion()).isEqualTo(Completion.NO_EVIDENCE);
  }

  @Test
  void nothingThatHappenedAfterTheDayIsInItsFacts() {
    UUID milestone = world.milestone(1, "2025-09-01", "2025-12-01");
    world.start(milestone, "2025-09-05");
    world.report(milestone, "2025-10-01", 30);
    world.report(milestone, "2025-11-01", 70);
    world.prove(milestone, "2025-12-10");
    world.close(milestone, "done", "2025-12-12");
    world.settle();

    assertThat(facts("2025-09-04").milestones().getFirst().startedOn()).isNull();
    assertThat(facts("2025-10-31").milestones().getFirst())
        .satisfies(before -> {
          assertThat(before.reportedPercent()).isEqualTo(30);
          assertThat(before.reportsCount()).isEqualTo(1);
          assertThat(before.evidenceCount()).isZero();
          assertThat(before.timeliness()).isEqualTo(Timeliness.ON_TIME);
        });
    assertThat(facts("2025-12-11").milestones().getFirst().timeliness()).isEqualTo(Timeliness.LATE);
    assertThat(facts("2025-12-12").milestones().getFirst())
        .satisfies(after -> {
          assertThat(after.timeliness()).isEqualTo(Timeliness.DONE);
          assertThat(after.daysLate()).isEqualTo(11);
          assertThat(after.evidenceCount()).isEqualTo(1);
          assertThat(after.label()).isEqualTo("1.1");
        });
  }

  @Test
  void theLastPercentageCountsEvenWhenALaterReportGivesNone() {
    UUID milestone = world.milestone(1, "2025-09-01", "2026-12-01");
    world.report(milestone, "2025-10-01", 30);
    world.report(milestone, "2025-11-01", null);
    MilestoneFacts facts = facts("2026-01-15").milestones().getFirst();
    assertThat(facts.reportedPercent()).isEqualTo(30);
    assertThat(facts.lastReportedOn()).isEqualTo("2025-11-01");
    assertThat(facts.lastAdvancedOn()).isEqualTo("2025-10-01");
  }

  @Test
  void anAdvanceIsTheFirstDayOfTheHighestPercentage() {
    UUID milestone = world.milestone(1, "2025-07-01", "2025-09-30");
    world.report(milestone, "2025-07-10", 30);
    world.report(milestone, "2025-08-14", 30);
    world.report(milestone, "2025-10-16", 20);
    MilestoneFacts facts = facts("2025-10-20").milestones().getFirst();
    assertThat(facts.lastAdvancedOn()).isEqualTo("2025-07-10");
    assertThat(facts.reportedPercent()).isEqualTo(20);
    assertThat(facts.timeliness()).isEqualTo(Timeliness.STALLED);
  }

  @Test
  void evidenceCountsOnceAndNotAfterItWasWithdrawn() {
    UUID first = world.milestone(1, "2025-09-01", "2025-12-01");
    UUID second = world.milestone(2, "2025-09-01", "2025-12-01");
    UUID item = world.prove(first, "2025-10-01");
    world.attach(item, second, "2025-10-02");
    world.attach(item, world.line, "2025-10-02");
    world.prove(world.commitment, "2025-10-03");
    UUID wrong = world.prove(second, "2025-10-04");
    world.withdraw(wrong, "2025-11-01");

    assertThat(facts("2025-10-31").rollUp().evidenceCount()).isEqualTo(3);
    assertThat(facts("2025-11-30").rollUp().evidenceCount()).isEqualTo(2);
    assertThat(facts("2025-11-30").lines().getFirst().rollUp().evidenceCount()).isEqualTo(1);
    assertThat(facts("2025-11-30").milestones())
        .extracting(MilestoneFacts::evidenceCount)
        .containsExactly(1, 1);
  }

  @Test
  void theFactsOfSeveralCommitmentsAreThoseOfEachAlone() {
    world.report(world.milestone(1, "2025-09-01", "2025-12-01"), "2025-10-01", 40);
    UUID bare = world.commitment("bare-tx", null, 2);
    List<Commitment> both = commitments.ofPlan(world.plan);
    assertThat(commitments.factsOf(both, TODAY))
        .containsExactly(
            commitments.factsOf(world.commitment, TODAY), commitments.factsOf(bare, TODAY));
    assertThat(commitments.factsOf(List.of(), TODAY)).isEmpty();
  }

  @Test
  void aCommitmentIsFoundByItsSlugAndByItsCodeInAnyCase() {
    assertThat(commitments.get("open-books-tx").id()).isEqualTo(world.commitment);
    assertThat(commitments.findByCode("mxTest0001")).isPresent();
    assertThat(commitments.findByCode("MXTEST9999")).isEmpty();
    assertThatThrownBy(() -> commitments.get("nothing-here")).isInstanceOf(Problem.Stop.class);
  }
}
