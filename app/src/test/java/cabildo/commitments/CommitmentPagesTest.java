package cabildo.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.ledger.Subjects;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Today is 15 January 2026.
@PagesTest
class CommitmentPagesTest {
  @Autowired Site site;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired People people;
  @Autowired Clock clock;
  private SmallWorld world;

  @BeforeEach
  void aCommitmentWithFourMilestones() {
    world = new SmallWorld(database, subjects, people, clock);
    UUID done = world.milestone(1, "2025-09-01", "2025-12-01");
    world.start(done, "2025-09-05");
    world.prove(done, "2025-12-10");
    world.close(done, "done", "2025-12-12");
    UUID late = world.milestone(2, "2025-09-01", "2026-01-10");
    world.start(late, "2025-09-05");
    world.report(late, "2026-01-05", 60);
    world.milestone(3, "2025-09-01", "2026-03-10");
    world.milestone(4, "2026-03-01", "2026-06-30");
    world.settle();
  }

  @Test
  void threeSentencesSayWhatWasPromisedWhatHappenedAndHowWeKnow() {
    var seen = site.asVisitor().get("/en/commitments/open-books-tx");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.page().select("dl.three dd").eachText())
        .satisfiesExactly(
            promised ->
                assertThat(promised)
                    .isEqualTo(
                        "Line of books: 4 milestones in one line of action, from July 2025 to June"
                            + " 2026. Carried by transparency-unit-tx."),
            happened ->
                assertThat(happened)
                    .isEqualTo(
                        "One of 4 milestones is done (none by its planned date). 3 are still open,"
                            + " one of them past its date."),
            know ->
                assertThat(know)
                    .isEqualTo(
                        "From one progress report and one item of evidence. Of 2 of 4 milestones"
                            + " nobody has given account."));
  }

  @Test
  void theSameSentencesStandInSpanish() {
    var seen = site.asVisitor().get("/es/commitments/open-books-tx");
    assertThat(seen.page().select("dl.three").text())
        .contains("Se ha concluido uno de 4 hitos (ninguno en la fecha planeada).")
        .contains("Quedan 3 abiertos, uno con la fecha vencida.")
        .contains("De 2 de 4 hitos nadie ha dado cuenta.");
  }

  @Test
  void theRollUpSaysItsDenominatorAndWhoHasNotReported() {
    var main = site.asVisitor().get("/en/commitments/open-books-tx").main();
    assertThat(main)
        .contains("The reported mean is 80% (of 2 of 4 milestones)")
        .contains("2 of 4 have not reported, and are not counted as zero.")
        .contains("Limited")
        .contains("Indicators The commitment has no indicators");
  }

  @Test
  void thePictureNamesItsFindingAndHasItsTableOnThePage() {
    var page = site.asVisitor().get("/en/commitments/open-books-tx").page();
    assertThat(page.select("figure.picture figcaption").text())
        .isEqualTo(
            "None of 2 milestones due or closed was done by its planned date; the longest delay is"
                + " 11 days");
    assertThat(page.select("figure.picture svg rect.g-plan")).hasSizeGreaterThanOrEqualTo(4);
    assertThat(page.select("#lines table tbody tr").eachText())
        .hasSize(4)
        .anySatisfy(row -> assertThat(row).contains("1.1 Step 1").contains("11").contains("Done"))
        .anySatisfy(row -> assertThat(row).contains("Step 2").contains("5 so far").contains("Late"))
        .anySatisfy(row -> assertThat(row).contains("Step 3").contains("Not reported"))
        .anySatisfy(row -> assertThat(row).contains("Step 4").contains("Not started"));
  }

  @Test
  void headingsAreInOrderAndNothingIsStyledInline() {
    for (String path :
        new String[] {
          "/en/commitments",
          "/en/commitments/open-books-tx",
          "/en/lines-of-action/open-books-tx-1",
          "/en/milestones/open-books-tx-1-2",
          "/es/milestones/open-books-tx-1-1"
        }) {
      var seen = site.asVisitor().get(path);
      assertThat(seen.status()).as(path).isEqualTo(200);
      assertThat(seen.page().select("[style], script:not([src])")).as(path).isEmpty();
      assertThat(seen.text())
          .as(path)
          .doesNotContain(">commitments.")
          .doesNotContain("\"commitments.");
      int level = 0;
      for (var heading : seen.page().select("main h1, main h2, main h3, main h4")) {
        int next = heading.tagName().charAt(1) - '0';
        assertThat(next).as(path + " " + heading.text()).isLessThanOrEqualTo(level + 1);
        level = next;
      }
      assertThat(seen.page().select("main h1")).as(path).hasSize(1);
      assertThat(seen.page().select("[id]").eachAttr("id")).as(path).doesNotHaveDuplicates();
    }
  }

  @Test
  void theListShowsDoneAndReportingOfEachCommitment() {
    var rows = site.asVisitor().get("/en/commitments").page().select("tbody tr");
    assertThat(rows.eachText())
        .anySatisfy(
            row -> assertThat(row).contains("Open books", "Plan X", "1 of 4", "2 of 4", "Late"));
  }

  @Test
  void aCommitmentWithoutMilestonesShowsThatNothingCanBeTold() {
    world.commitment("bare-tx", null, 2);
    var seen = site.asVisitor().get("/en/commitments/bare-tx");
    assertThat(seen.main())
        .contains("there are no milestones to follow here")
        .contains("No evidence available");
  }

  @Test
  void alignedCommitmentsAreCountedByWhetherTheyReport() {
    UUID narrower = world.commitment("narrower-tx", null, 2);
    world.align(narrower, world.commitment, "derived_from");
    assertThat(site.asVisitor().get("/en/commitments/open-books-tx").main())
        .contains("0 of 1 commitments aligned with this one have reported.")
        .contains("Derives from the present one");
    assertThat(site.asVisitor().get("/en/commitments/narrower-tx").main())
        .contains("It derives from this one")
        .contains("Reporting");
  }

  @Test
  void theCodeOfACommitmentLeadsToItsPageInAnyCase() {
    assertThat(site.asVisitor().get("/es/commitments/MXTEST0001"))
        .satisfies(seen -> {
          assertThat(seen.status()).isEqualTo(301);
          assertThat(seen.location()).isEqualTo("/es/commitments/open-books-tx");
        });
    assertThat(site.asVisitor().get("/es/commitments/mxtest0001").status()).isEqualTo(301);
    assertThat(site.asVisitor().get("/es/commitments/MXTEST9999").status()).isEqualTo(404);
  }

  @Test
  void theJsonTwinHoldsFactsStatusesAndTheirDefinitions() {
    var seen = site.asVisitor().get("/en/commitments/open-books-tx.json");
    assertThat(seen.response().getContentType()).startsWith("application/json");
    var json = Json.read(seen.text());
    assertThat(json.get("asOf").asString()).isEqualTo("2026-01-15");
    assertThat(json.at("/rollUp/doneCount").asInt()).isEqualTo(1);
    assertThat(json.at("/rollUp/notReportingCount").asInt()).isEqualTo(2);
    var silent = json.at("/linesOfAction/0/milestones/2");
    assertThat(silent.get("actualPercent").isNull()).isTrue();
    assertThat(silent.get("timeliness").asString()).isEqualTo("not_reported");
    assertThat(json.at("/definitions/timeliness/not_reported").asString())
        .contains("does not mean zero");
    assertThat(site.asVisitor().get("/en/commitments/nothing.json").status()).isEqualTo(404);
  }

  @Test
  void aMilestoneShowsPlannedAndActualDatesPeopleAndHowItWillBeShown() {
    var seen = site.asVisitor().get("/en/milestones/open-books-tx-1-2");
    assertThat(seen.main())
        .contains("It was due on 10 January 2026 and is 5 days late.")
        .contains("Means of verification Minutes.")
        .contains("transparency-unit-tx")
        .contains("60 %. Se avanzó.")
        .contains("Actual end Not yet");
    assertThat(seen.page().select("span[lang=es]").eachText()).contains("Se avanzó.");
    assertThat(seen.page().select("a[href='/en/organisations/open-eyes-tx']")).isNotEmpty();
  }

  @Test
  void aClosedMilestoneShowsItsClosingTextAndAsksForNoMoreWork() {
    var seen = site.asVisitor().get("/en/milestones/open-books-tx-1-1");
    assertThat(seen.main())
        .contains("Done on 12 December 2025, 11 days after the planned date.")
        .contains("What was delivered Se entregó.")
        .contains("1 item of evidence");
    assertThat(seen.page().select("a[href$=closure/new]")).isEmpty();
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    assertThat(site.asVisitor().get("/en/milestones/nothing").status()).isEqualTo(404);
    assertThat(site.asVisitor().get("/en/lines-of-action/nothing").status()).isEqualTo(404);
    assertThat(site.asVisitor().get("/en/commitments/%20").status()).isEqualTo(404);
  }
}
