package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.accounts.RoleGrants;
import cabildo.db.Database;
import cabildo.kernel.Lang;
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
class ProgressPagesTest {
  private static final String ASK = "/en/milestones/open-books-tx-1-1/progress/new";
  private static final String POST = "/en/milestones/open-books-tx-1-1/progress";
  @Autowired Site site;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired People people;
  @Autowired RoleGrants grants;
  @Autowired Clock clock;
  @Autowired ProgressReports reports;
  private SmallWorld world;
  private UUID milestone;

  @BeforeEach
  void anOpenMilestone() {
    world = new SmallWorld(database, subjects, people, clock).withPeople(grants);
    milestone = world.milestone(1, "2025-12-01", "2026-03-14");
  }

  private Site.Seen report(String who, String... fields) {
    return site.as(who).post(POST, fields);
  }

  private Site.Seen good(String who) {
    return report(who, "reportedOn", "2026-01-15", "percent", "50", "note", "Half of the books.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rosa", "pablo", "lucia"})
  void whoAnswersForTheMilestoneReports(String who) {
    var seen = good(who);
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).isEqualTo("/en/milestones/open-books-tx-1-1");
    assertThat(reports.ofMilestone(milestone))
        .singleElement()
        .satisfies(report -> {
          assertThat(report.percent()).isEqualTo(50);
          assertThat(report.note().original()).isEqualTo(Lang.EN);
          assertThat(report.recordedByName()).isEqualTo(who);
        });
    assertThat(world.deedsOf(milestone)).containsExactly("milestone.progress.reported");
    assertThat(site.asVisitor().get("/en/milestones/open-books-tx-1-1").main())
        .contains("50 %. Half of the books.")
        .contains("Progress reported on Step 1");
  }

  @Test
  void whoHoldsTheRoleElsewhereMayNotReport() {
    assertThat(good("omar").status()).isEqualTo(403);
    assertThat(site.as("omar").get(ASK).status()).isEqualTo(403);
    assertThat(reports.ofMilestone(milestone)).isEmpty();
  }

  @Test
  void aVisitorIsAskedToSignIn() {
    assertThat(site.asVisitor().get(ASK).location()).startsWith("/en/sign-in?to=");
    assertThat(site.asVisitor().post(POST, "note", "x").status()).isEqualTo(401);
    assertThat(reports.ofMilestone(milestone)).isEmpty();
  }

  @Test
  void theFormSaysWhatTheCalendarExpects() {
    assertThat(site.as("rosa").get(ASK).main())
        .contains("By the calendar the milestone should be at 44% on 15 January 2026")
        .contains("Nobody has reported a percentage yet.");
  }

  @Test
  void aReportWithoutANoteIsRefusedAndKeepsWhatWasTyped() {
    var seen = report("rosa", "reportedOn", "2026-01-15", "percent", "47", "difficulties", "Rain.");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("Say what happened, or tick that nothing did");
    assertThat(seen.page().select("#note-e").text()).contains("Say what happened");
    assertThat(seen.page().select(".error-summary a").attr("href")).isEqualTo("#note");
    assertThat(seen.page().select("#percent").val()).isEqualTo("47");
    assertThat(seen.page().select("#difficulties").text()).isEqualTo("Rain.");
  }

  @Test
  void thatNothingHappenedIsAReportToo() {
    var seen = report("rosa", "reportedOn", "2026-01-15", "nothing", "yes");
    assertThat(seen.status()).isEqualTo(303);
    assertThat(reports.ofMilestone(milestone))
        .singleElement()
        .satisfies(report -> {
          assertThat(report.percent()).isNull();
          assertThat(report.note().in(Lang.EN).text())
              .isEqualTo("Nothing happened in this period.");
          assertThat(report.note().in(Lang.ES).text())
              .isEqualTo("En este periodo no hubo avances.");
        });
  }

  @Test
  void nothingHappenedAndAHigherPercentageContradictEachOther() {
    world.report(milestone, "2025-12-20", 40);
    var seen = report("rosa", "reportedOn", "2026-01-15", "nothing", "yes", "percent", "41");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#percent-e").text()).contains("higher than the last one");
  }

  @Test
  void whoIsBehindSaysWhy() {
    String[] behind = {"reportedOn", "2026-01-15", "percent", "33", "note", "Slow."};
    var refused = report("rosa", behind);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.page().select("#difficulties-e").text()).contains("held it back");
    var told =
        report(
            "rosa",
            "reportedOn",
            "2026-01-15",
            "percent",
            "33",
            "note",
            "Slow.",
            "difficulties",
            "Floods.");
    assertThat(told.status()).isEqualTo(303);
    assertThat(site.asVisitor().get("/en/milestones/open-books-tx-1-1").main())
        .contains("Difficulties: Floods.");
  }

  @Test
  void tenPointsBelowNeedNoReason() {
    assertThat(report("rosa", "reportedOn", "2026-01-15", "percent", "34", "note", "On.").status())
        .isEqualTo(303);
  }

  @Test
  void whoIsPastThePlannedEndSaysWhyEvenWithAllDone() {
    UUID late = world.milestone(2, "2025-10-01", "2026-01-14");
    var seen =
        site.as("rosa")
            .post(
                "/en/milestones/open-books-tx-1-2/progress",
                "reportedOn",
                "2026-01-15",
                "percent",
                "100",
                "note",
                "All.");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(reports.ofMilestone(late)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "-1", "12.5", "half", "1e2", "٣٠", "999999999999"})
  void aPercentageIsAWholeNumberUpToAHundred(String percent) {
    var seen = report("rosa", "reportedOn", "2026-01-15", "percent", percent, "note", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#percent-e").text()).contains("whole number from 0 to 100");
    assertThat(seen.page().select("#percent").val()).isEqualTo(percent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2026-02-30", "2026-01-16", "yesterday", "99999-01-01"})
  void aReportHasADayThatExistsAndHasCome(String day) {
    var seen = report("rosa", "reportedOn", day, "note", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#reportedOn-e").text()).isNotBlank();
  }

  @Test
  void aReportIsNotOlderThanTheRecordedStart() {
    world.start(milestone, "2025-12-10");
    var seen = report("rosa", "reportedOn", "2025-12-09", "note", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("cannot be before the recorded start, 10 December 2025");
  }

  @Test
  void aNoteThatIsTooLongIsKeptAndRefused() {
    var seen = report("rosa", "reportedOn", "2026-01-15", "note", "x".repeat(4001));
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#note").text()).hasSize(4001);
  }

  @Test
  void aClosedMilestoneTakesNoReportAndNothingTypedIsLost() {
    world.close(milestone, "cancelled", "2026-01-10");
    var seen = good("rosa");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(seen.main())
        .contains("This milestone is closed already")
        .contains("Rosa closed it on")
        .contains("Half of the books.");
    assertThat(site.as("rosa").get(ASK).status()).isEqualTo(409);
    assertThat(reports.ofMilestone(milestone)).isEmpty();
  }
}
