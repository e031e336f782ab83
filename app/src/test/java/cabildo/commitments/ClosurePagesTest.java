package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.accounts.RoleGrants;
import cabildo.db.Database;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Today is 15 January 2026; the milestone is planned from 1 December 2025 to 14 March 2026.
@PagesTest
class ClosurePagesTest {
  private static final String BASE = "/en/milestones/open-books-tx-1-1";
  @Autowired Site site;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired People people;
  @Autowired RoleGrants grants;
  @Autowired Clock clock;
  @Autowired Closures closures;
  private SmallWorld world;
  private UUID milestone;

  @BeforeEach
  void anOpenMilestone() {
    world = new SmallWorld(database, subjects, people, clock).withPeople(grants);
    milestone = world.milestone(1, "2025-12-01", "2026-03-14");
  }

  private String version(String who) {
    return site.as(who).get(BASE + "/closure/new").page().select("[name=version]").val();
  }

  private Site.Seen close(String who, String outcome, String day, String text) {
    return site.as(who)
        .post(
            BASE + "/closure",
            "version",
            "0",
            "outcome",
            outcome,
            "closedOn",
            day,
            "closingText",
            text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rosa", "pablo"})
  void theSideOfGovernmentRecordsTheStart(String who) {
    assertThat(site.as(who).get(BASE + "/start/new").page().select("#startedOn").val())
        .isEqualTo("2026-01-15");
    assertThat(site.as(who).post(BASE + "/start", "startedOn", "2025-12-03").status())
        .isEqualTo(303);
    assertThat(closures.findStart(milestone))
        .hasValueSatisfying(start -> assertThat(start.startedOn()).isEqualTo("2025-12-03"));
    assertThat(world.deedsOf(milestone)).containsExactly("milestone.started");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lucia", "omar"})
  void nobodyElseStartsOrCloses(String who) {
    assertThat(site.as(who).get(BASE + "/start/new").status()).isEqualTo(403);
    assertThat(site.as(who).post(BASE + "/start", "startedOn", "2025-12-03").status())
        .isEqualTo(403);
    assertThat(site.as(who).get(BASE + "/closure/new").status()).isEqualTo(403);
    assertThat(close(who, "cancelled", "2026-01-10", "No money.").status()).isEqualTo(403);
    assertThat(closures.findStart(milestone)).isEmpty();
    assertThat(closures.find(milestone)).isEmpty();
  }

  @Test
  void aVisitorIsAskedToSignIn() {
    assertThat(site.asVisitor().get(BASE + "/closure/new").location()).contains("/sign-in?to=");
    assertThat(site.asVisitor().post(BASE + "/start", "startedOn", "2025-12-03").status())
        .isEqualTo(401);
    assertThat(site.asVisitor().post(BASE + "/closure", "outcome", "cancelled").status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-01-16", "2025-13-01", "soon"})
  void aStartHasADayThatHasCome(String day) {
    var seen = site.as("rosa").post(BASE + "/start", "startedOn", day);
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#startedOn-e").text()).isNotBlank();
    assertThat(seen.page().select("#startedOn").val()).isEqualTo(day);
  }

  @Test
  void whoStartsSecondSeesWhoWasFirst() {
    world.start(milestone, "2025-12-02");
    var seen = site.as("pablo").post(BASE + "/start", "startedOn", "2025-12-03");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(seen.main()).contains("The start is on record already").contains("2 December 2025");
  }

  @Test
  void doneNeedsEvidenceAndTheMessageLeadsToIt() {
    var seen = close("rosa", "done", "2026-01-14", "The books are out.");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("add at least one item of evidence");
    assertThat(seen.page().select("#evidence a").attr("href"))
        .isEqualTo("/en/evidence/new?about=" + milestone);
    assertThat(seen.page().select("#closingText").text()).isEqualTo("The books are out.");
    assertThat(seen.page().select("#outcome").hasAttr("checked")).isTrue();
    assertThat(closures.find(milestone)).isEmpty();
  }

  @Test
  void withEvidenceAndATextItIsDone() {
    world.start(milestone, "2025-12-02");
    world.prove(milestone, "2026-01-10");
    var seen = close("rosa", "done", "2026-01-14", "The books are out.");
    assertThat(seen.status()).isEqualTo(303);
    world.settle();
    assertThat(closures.find(milestone))
        .hasValueSatisfying(closure -> {
          assertThat(closure.outcome()).isEqualTo(Outcome.DONE);
          assertThat(closure.closedOn()).isEqualTo("2026-01-14");
          assertThat(closure.recordedByName()).isEqualTo("rosa");
        });
    assertThat(world.deedsOf(milestone)).containsExactly("milestone.closed");
    assertThat(site.asVisitor().get(BASE).main()).contains("The books are out.");
  }

  @Test
  void evidenceThatWasWithdrawnProvesNothing() {
    world.withdraw(world.prove(milestone, "2026-01-10"), "2026-01-12");
    assertThat(close("rosa", "done", "2026-01-14", "The books are out.").status()).isEqualTo(422);
  }

  @Test
  void cancelledNeedsItsReasonAndNoEvidence() {
    var seen = close("rosa", "cancelled", "2026-01-14", " ");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#closingText-e").text()).contains("Say why it was cancelled");
    assertThat(close("rosa", "cancelled", "2026-01-14", "The office was closed.").status())
        .isEqualTo(303);
    assertThat(site.asVisitor().get(BASE).main())
        .contains("Why it was cancelled The office was closed.");
  }

  @Test
  void anOutcomeIsChosen() {
    var seen = close("rosa", "perhaps", "2026-01-14", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#outcome-e").text()).contains("Choose how the milestone ended");
  }

  @Test
  void theClosingDayHasComeAndIsNotBeforeTheStart() {
    world.start(milestone, "2025-12-10");
    assertThat(close("rosa", "cancelled", "2026-01-16", "x").errors()).contains("after today");
    assertThat(close("rosa", "cancelled", "2025-12-09", "x").errors())
        .contains("before the recorded start, 10 December 2025");
    assertThat(close("rosa", "cancelled", "", "x").errors()).contains("Enter the closing date");
    assertThat(close("rosa", "cancelled", "2025-12-10", "x").status()).isEqualTo(303);
  }

  @Test
  void whoClosesSecondSeesWhoClosedItAndKeepsTheText() {
    assertThat(close("rosa", "cancelled", "2026-01-10", "No money.").status()).isEqualTo(303);
    var seen = close("pablo", "cancelled", "2026-01-11", "Nobody came.");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(seen.main())
        .contains("This milestone is closed already")
        .contains("rosa closed it on")
        .contains("No money.")
        .contains("Nobody came.");
    assertThat(site.as("pablo").get(BASE + "/closure/new").status()).isEqualTo(409);
  }

  @Test
  void whoClosesAfterANewReportSeesItFirst() {
    String opened = version("rosa");
    site.as("lucia")
        .post(BASE + "/progress", "reportedOn", "2026-01-15", "percent", "60", "note", "More.");
    var seen =
        site.as("rosa")
            .post(
                BASE + "/closure",
                "version",
                opened,
                "outcome",
                "cancelled",
                "closedOn",
                "2026-01-15",
                "closingText",
                "No money.");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(seen.main()).contains("changed after you opened the form").contains("60 %. More.");
    assertThat(seen.page().select("#closingText").text()).isEqualTo("No money.");
    assertThat(
            site.as("rosa")
                .post(
                    BASE + "/closure",
                    "version",
                    seen.page().select("[name=version]").val(),
                    "outcome",
                    "cancelled",
                    "closedOn",
                    "2026-01-15",
                    "closingText",
                    "No money.")
                .status())
        .isEqualTo(303);
  }

  @Test
  void aRefusedClosingChangesNothingForOthers() {
    close("rosa", "done", "2026-01-14", "The books are out.");
    assertThat(version("pablo")).isEqualTo("0");
  }
}
