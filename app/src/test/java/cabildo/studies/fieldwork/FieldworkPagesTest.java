package cabildo.studies.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.collection.FieldStudy;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import({FieldStudy.class, HalfWay.class})
class FieldworkPagesTest {
  private static final String CONSOLE = FieldStudy.PATH + "/fieldwork";
  private static final String COVERAGE = FieldStudy.PATH + "/coverage";

  @Autowired Site site;
  @Autowired Database database;
  @Autowired HalfWay study;
  @Autowired Clock clock;
  UUID component = new UUID(0, 0);

  @BeforeEach
  void aStudyHalfWayThrough() {
    component = study.open();
    study.answers("probability", 0, 97);
    study.answers("probability", 1, 20);
    study.answers("volunteer", 15057, 7);
    study.answers("volunteer", 0, 2);
    study.invite(1, 90);
    ((FixedClock) clock).moveTo(FixedClock.START.plus(Duration.ofDays(15)));
  }

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  @Test
  void theConsoleSaysWhereItStandsWhereItFailsAndWhomToInvite() {
    String page = site.as("beto").get(CONSOLE).main();
    assertThat(page)
        .contains("117 answers are in of 291 planned, from 2 of the 3 municipalities drawn")
        .contains("2 of 3 municipalities miss their plan", "Ecatepec de Morelos: 0 of 97")
        .contains("Metepec: 20 of 97; at this pace, 39")
        .contains("Whom to invite next", "Print invitations for Ecatepec de Morelos");
    var next = site.as("beto").get(CONSOLE).page().select("th a[href*=/invitations/units/]");
    assertThat(next.eachText()).containsExactly("Ecatepec de Morelos", "Metepec");
  }

  @Test
  void anInvitationOfFifteenDaysIsCountedAsLost() {
    String csv = site.as("beto").get(CONSOLE + "/next.csv").text();
    // 90 old invitations brought 20 answers: (20 + 20·0.5) / (90 + 20)
    assertThat(csv).contains("2,1,15054,Metepec,97,20,20.0,0.2727");
  }

  @Test
  void volunteersStandBesideAndFillNoPlace() {
    String page = site.as("beto").get(CONSOLE).main();
    assertThat(page).contains("9 people answered by their own choice (from one municipality)");
    assertThat(row("15057,")).contains(",no,,,,,,,7,").contains("volunteers are not a sample");
  }

  @Test
  void everybodySeesCoverageAndNobodyAnEstimate() {
    var page = site.asVisitor().get(COVERAGE);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.main())
        .contains("2 of 3 municipalities drawn have answers", "Complete", "Will miss", "Not drawn")
        .contains("Not yet", "±3.5 was promised", "95% is needed")
        .doesNotContain("Whom to invite", "waits for review");
    assertThat(page.page().select("figure.picture > svg circle.g-plan")).hasSize(3);
    assertThat(page.page().select("figure.picture > svg circle.g-good")).hasSize(1);
    assertThat(page.page().select("figure.picture > svg circle.g-care")).hasSize(1);
    assertThat(page.page().select("#places tbody tr")).hasSize(125);
    assertThat(site.asVisitor().get(COVERAGE.replace("/en/", "/es/")).main())
        .contains("Hay 117 respuestas de las 291 planeadas", "No llegará");
  }

  @Test
  void whoDoesNotRunTheStudyDoesNotSeeTheConsole() {
    assertThat(site.as("ana").get(CONSOLE).status()).isEqualTo(403);
    assertThat(site.as("ana").get(CONSOLE + "/next.csv").status()).isEqualTo(403);
    assertThat(site.asVisitor().get(CONSOLE + "/days.csv").status()).isEqualTo(303);
    assertThat(site.as("beto").get("/en/studies/none/fieldwork").status()).isEqualTo(404);
    assertThat(site.asVisitor().get("/en/studies/none/coverage").status()).isEqualTo(404);
  }

  @Test
  void whatArrivedIsShownByDayAndWay() {
    database
        .sql(
            """
            insert into studies.arrival (component_id, stream, mode, day, n)
            values (:id, 'probability', 'paper', '2026-01-16', 40),
                   (:id, 'volunteer', 'web', '2026-01-17', 9)
            """)
        .with("id", component)
        .change();
    assertThat(site.as("beto").get(CONSOLE).main()).contains("At most 40 came in on one day");
    assertThat(site.as("beto").get(CONSOLE + "/days.csv").text())
        .contains("2026-01-16,probability,paper,40", "2026-01-17,volunteer,web,9");
  }

  @Test
  void flagsWaitUntilSomebodyReviewsThemAndTheNewestReviewCounts() {
    long submission = study.flagged(0);
    assertThat(site.as("beto").get(CONSOLE).main())
        .contains("One flag waits for review", "Answered too fast", "One not reviewed");
    study.review(submission, "approved", 1);
    assertThat(site.as("beto").get(CONSOLE).main()).contains("Nothing waits for review");
    study.review(submission, "rejected", 2);
    assertThat(row("15106,")).contains(",yes,97,0,97,1,reached,");
    study.review(submission, "approved", 3);
    assertThat(row("15106,")).contains(",yes,97,0,97,0,reached,");
  }

  private String row(String start) {
    String csv = site.asVisitor().get(COVERAGE + ".csv").text();
    return csv.lines().filter(line -> line.startsWith(start)).findFirst().orElse("");
  }
}
