package cabildo.studies.requests;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.Study;
import cabildo.studies.assessments.Institutions;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(Institutions.class)
class RequestPagesTest {
  private static final String ALL = Institutions.PATH + "/requests";
  private static final String ROUND = ALL + "/1";

  @Autowired Site site;
  @Autowired Institutions institutions;
  @Autowired Database database;
  @Autowired Clock clock;
  @Nullable Study study;

  @BeforeEach
  void aStudy() {
    study = institutions.study();
  }

  @AfterEach
  void theClockGoesBack() {
    ((FixedClock) clock).moveTo(FixedClock.START);
  }

  @Test
  void anOfficerPlansARoundWithAControlQuestion() {
    assertThat(plan().location()).isEqualTo(ROUND);
    assertThat(site.as("beto").get(ROUND).main())
        .contains("15 working days (Ley de Transparencia, artículo 163)", "2 questions");
    assertThat(site.asVisitor().post(ALL).status()).isEqualTo(401);
    assertThat(site.as("ana").post(ALL, "term", "15").status()).isEqualTo(403);
    assertThat(count("request_round")).isOne();
  }

  @Test
  void aPlanWithoutControlQuestionOrPersonaIsRefusedAndKept() {
    var seen = site.as("beto").post(ALL, "term", "0", "topic1", "Presupuesto", "known2", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors())
        .contains("1 to 60", "law that sets the term", "text of request 1", "topic of request 2")
        .contains("at least one persona");
    assertThat(seen.page().select("#topic1").val()).isEqualTo("Presupuesto");
    assertThat(
            site.as("beto")
                .post(
                    ALL, "term", "15", "norm", "Ley", "topic1", "A", "body1", "B", "personas", "P")
                .errors())
        .contains("must be a control");
    assertThat(count("request_round")).isZero();
  }

  @Test
  void eachQuestionGoesOnceToEachMunicipality() {
    running();
    assertThat(count("request")).isEqualTo(4);
    assertThat(assign("beto").status()).isEqualTo(303);
    assertThat(count("request")).as("again adds nothing").isEqualTo(4);
    assertThat(assign("iris").status()).isEqualTo(403);
    assertThat(site.as("beto").post(ROUND + "/assignments").errors())
        .contains("Choose the channel", "at least one municipality");
  }

  @Test
  void onlyTheAdministratorKnowsWhoAsksUntilTheDebrief() {
    running();
    assertThat(site.as("elena").get(ROUND + "/keepers").main()).contains("Lucía Prado", "Carla");
    assertThat(site.as("elena").get("/en/requests").main()).contains("Who each persona is");
    assertThat(site.as("iris").get("/en/requests").main())
        .contains("Judge answers")
        .doesNotContain("Who each persona is");
    for (String other : List.of("beto", "iris", "carla", "ana")) {
      assertThat(site.as(other).get(ROUND + "/keepers").status()).as(other).isEqualTo(403);
      assertThat(site.as(other).post(ROUND + "/keepers").status()).as(other).isEqualTo(403);
      assertThat(site.as(other).post(ROUND + "/debriefing").status()).as(other).isEqualTo(403);
    }
    assertThat(site.as("elena").post(ROUND + "/debriefing").status()).as("open").isEqualTo(409);
    assertThat(site.as("elena").post(ROUND + "/closure").status()).isEqualTo(403);
    assertThat(site.as("beto").post(ROUND + "/closure").status()).isEqualTo(303);
    assertThat(site.as("beto").get(ROUND + "/keepers").status()).isEqualTo(403);
    assertThat(site.as("elena").post(ROUND + "/debriefing").status()).isEqualTo(303);
    assertThat(site.as("beto").get(ROUND + "/keepers").main()).contains("Carla");
    assertThat(site.as("iris").get(ROUND + "/keepers").status()).isEqualTo(403);
  }

  @Test
  void nothingInTheLedgerTiesAPersonaToAPerson() {
    running();
    record(own("carla", "Toluca"), "2026-01-05", "", "");
    assertThat(
            database
                .sql(
                    "select count(*) from ledger.entry where deed = 'study.request.recorded' and"
                        + " actor_id is not null")
                .count())
        .isZero();
    assertThat(
            database
                .sql(
                    "select count(*) from ledger.entry e join accounts.person p on e.details::text"
                        + " like '%' || p.id || '%' where e.deed like 'study.%'")
                .count())
        .isZero();
  }

  @Test
  void whoAsksSeesTheOwnRequestsAndNobodyElses() {
    running();
    String mine = own("carla", "Toluca");
    assertThat(site.as("carla").get(mine).main()).contains("Ask, as Lucía Prado");
    assertThat(site.as("sofia").get(mine).status()).isEqualTo(404);
    assertThat(site.as("beto").get(mine).status()).isEqualTo(404);
    assertThat(site.as("sofia").post(mine + "/dates", "channel", "desk").status()).isEqualTo(404);
    assertThat(site.asVisitor().post(mine + "/dates").status()).isEqualTo(401);
    assertThat(database.sql("select count(*) from studies.request where revision > 0").count())
        .isZero();
  }

  @Test
  void whoBelongsToAMunicipalityDoesNotAskIt() {
    running();
    entrust("Lucía Prado", "ana@example.org");
    String mine = own("ana", "Toluca");
    assertThat(site.as("ana").get(mine).status()).isEqualTo(403);
    assertThat(site.as("ana").post(mine + "/dates", "channel", "desk").status()).isEqualTo(403);
  }

  @Test
  void datesFollowEachOtherAndTheTermRunsInWorkingDays() {
    running();
    String mine = own("carla", "Toluca");
    var wrong = record(mine, "2026-01-20", "2026-01-02", "x");
    assertThat(wrong.errors()).contains("after today", "a date that exists");
    assertThat(record(mine, "", "2026-01-05", "").errors()).contains("when you sent it");
    assertThat(record(mine, "2026-01-05", "2026-01-02", "").errors())
        .contains("before the sending");
    assertThat(record(mine, "2026-01-05", "2026-01-06", "").status()).isEqualTo(303);
    assertThat(site.as("carla").get(mine).main()).contains("The term ends on 26 January 2026");
    assertThat(site.as("beto").get(ROUND).main()).contains("Overdue (0)");
    ((FixedClock) clock).moveTo(FixedClock.START.plus(Duration.ofDays(12)));
    assertThat(site.as("beto").get(ROUND).main())
        .contains("Overdue (1)", "Sent on 5 January 2026, no answer")
        .doesNotContain("Carla");
  }

  @Test
  void codersJudgeByThemselvesAndOnlyAsManyAsShould() {
    running();
    record(own("carla", "Toluca"), "2026-01-05", "2026-01-06", "2026-01-14");
    String path = judged("iris");
    assertThat(site.as("iris").get(path).main()).doesNotContain("Lucía Prado");
    var blank = site.as("iris").post(path + "/judgement", "received", "yes", "clear", "9");
    assertThat(blank.status()).isEqualTo(422);
    assertThat(site.as("ana").post(path + "/judgement").status()).isEqualTo(403);
    assertThat(judge("iris", path, "2").status()).isEqualTo(303);
    assertThat(judge("iris", path, "1").status()).as("thought again").isEqualTo(303);
    assertThat(judge("mateo", path, "2").status()).as("one coder is planned").isEqualTo(409);
    assertThat(count("request_coding")).isOne();
  }

  @Test
  void aClosedRoundChangesNoMoreAndIsPublicWithTheStudyWithoutPersonas() {
    running();
    String mine = own("carla", "Toluca");
    record(mine, "2026-01-05", "2026-01-06", "2026-01-14");
    judge("iris", judged("iris"), "2");
    site.as("beto").post(ROUND + "/closure");
    assertThat(record(mine, "2026-01-05", "", "").status()).isEqualTo(404);
    assertThat(judge("iris", ROUND + "/coding/" + mine.substring(13), "0").status()).isEqualTo(409);
    assertThat(site.asVisitor().get(ALL).main()).contains("published with the study");
    assertThat(site.asVisitor().get(ALL + "/observations.json").status()).isEqualTo(404);

    institutions.publish(Objects.requireNonNull(study));
    assertThat(site.asVisitor().get(ALL).main())
        .contains("Toluca", "Control question")
        .doesNotContain("Metepec", "Lucía Prado", "Jorge Nava", "Carla");
    assertThat(site.asVisitor().get(ALL + "/observations.json").text())
        .contains("\"15106\":{", "\"requests[1]/days\":\"7\"", "\"requests[1]/clear\":\"2\"")
        .doesNotContain("Prado");
  }

  private Site.Seen plan() {
    return site.as("beto")
        .post(
            ALL,
            "term",
            "15",
            "norm",
            "Ley de Transparencia, artículo 163",
            "topic1",
            "Presupuesto",
            "body1",
            "¿Cuánto se gastó en 2025?",
            "topic2",
            "Cabildo",
            "body2",
            "¿Cuándo sesionó?",
            "known2",
            "El 3 de enero",
            "personas",
            "Jorge Nava\nLucía Prado\n");
  }

  private Site.Seen assign(String who) {
    return site.as(who)
        .post(ROUND + "/assignments", "channel", "platform", "places", "15106", "places", "15054");
  }

  private void entrust(String alias, String email) {
    String persona =
        database
            .sql("select id::text from studies.persona where alias = :alias")
            .with("alias", alias)
            .get(String.class);
    assertThat(
            site.as("elena").post(ROUND + "/keepers", "persona", persona, "email", email).status())
        .isEqualTo(303);
  }

  /// Carla asks as Lucía Prado, Sofía as Jorge Nava.
  private void running() {
    plan();
    entrust("Lucía Prado", "carla@example.org");
    entrust("Jorge Nava", "sofia@example.org");
    assign("beto");
  }

  private String own(String who, String place) {
    return site.as(who)
        .get("/en/requests")
        .page()
        .select("a[href^=/en/requests/]:contains(" + place + ")")
        .attr("href");
  }

  private Site.Seen record(String path, String sent, String acknowledged, String answered) {
    return site.as("carla")
        .post(
            path + "/dates",
            "channel",
            "desk",
            "sent",
            sent,
            "acknowledged",
            acknowledged,
            "answered",
            answered);
  }

  private String judged(String who) {
    return site.as(who).get(ROUND + "/coding").page().select("a[href*=/coding/]").attr("href");
  }

  private Site.Seen judge(String who, String path, String grade) {
    return site.as(who)
        .post(
            path + "/judgement",
            "received",
            "yes",
            "clear",
            grade,
            "complete",
            grade,
            "true",
            "yes");
  }

  private long count(String table) {
    return database.sql("select count(*) from studies." + table).count();
  }
}
