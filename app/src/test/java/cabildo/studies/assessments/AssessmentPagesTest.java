package cabildo.studies.assessments;

import static cabildo.studies.assessments.FilledIn.ALL;
import static cabildo.studies.assessments.FilledIn.TOLUCA;
import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.Study;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import({Institutions.class, FilledIn.class})
class AssessmentPagesTest {
  private static final String METEPEC = ALL + "/metepec";
  @Autowired Site site;
  @Autowired Institutions institutions;
  @Autowired FilledIn filled;
  @Autowired Database database;
  @Nullable Study study;

  @BeforeEach
  void aStudyAsksTolucaAndMetepec() {
    study = institutions.study();
  }

  @Test
  void anOfficerAsksSomeMunicipalitiesOrAllThatAreLeft() {
    assertThat(filled.open("yes").location()).isEqualTo(ALL + "/board");
    assertThat(site.as("beto").get(ALL + "/board").main())
        .contains("Toluca", "Metepec", "Not begun 2 of 2");
    var all = site.as("beto").post(ALL, "due", "2026-03-01", "reply", "10", "all", "yes");
    assertThat(all.status()).isEqualTo(303);
    assertThat(site.as("beto").get(ALL + "/board").main()).contains("Not begun 125 of 125");
    assertThat(site.as("beto").get(ALL + "/board.csv").text())
        .startsWith("code,municipality,stage")
        .contains("15106,Toluca,not_begun,2026-02-20,false,0");
  }

  @Test
  void nobodyElseAsksOrSeesTheBoard() {
    assertThat(site.asVisitor().post(ALL).status()).isEqualTo(401);
    assertThat(site.as("ana").post(ALL, "due", "2026-03-01").status()).isEqualTo(403);
    assertThat(site.as("iris").get(ALL + "/board").status()).isEqualTo(403);
    assertThat(site.as("carla").get(ALL + "/board.csv").status()).isEqualTo(403);
    assertThat(count("assessment")).isZero();
  }

  @Test
  void whatIsMissingInTheOpeningIsSaidBesideIt() {
    var seen = site.as("beto").post(ALL, "due", "2026-01-15", "reply", "x");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("after today", "1 to 60", "at least one municipality");
    assertThat(seen.page().select("#reply").val()).isEqualTo("x");
  }

  @Test
  void aLiaisonSeesHerQuestionnaireAndSavesPageByPage() {
    filled.open("no");
    assertThat(site.as("ana").get("/en/assessments").main())
        .contains("Toluca", "20 February 2026", "0 answers saved")
        .doesNotContain("Metepec");
    var saved = filled.fill("ana", TOLUCA + "/questionnaire", 1, "access/unit", "yes");
    assertThat(saved.location()).isEqualTo(TOLUCA + "/questionnaire/2");
    var page = site.as("ana").get(TOLUCA + "/questionnaire/1").page();
    assertThat(page.select("[name=access/unit][value=yes]").hasAttr("checked")).isTrue();
    assertThat(site.as("ana").get(TOLUCA + "/questionnaire").main())
        .contains("1 of 3", "without evidence", "Ana Lucía Garduño Velázquez");
  }

  @Test
  void aQuestionThatAnAnswerBringsUpIsAskedAtOnce() {
    filled.open("no");
    assertThat(site.as("ana").get(TOLUCA + "/questionnaire/1").text())
        .doesNotContain("access/answered_in_time");
    assertThat(filled.fill("ana", TOLUCA + "/questionnaire", 1, "access/requests", "12").location())
        .isEqualTo(TOLUCA + "/questionnaire/1#access/answered_in_time");
    assertThat(
            filled
                .fill("ana", TOLUCA + "/questionnaire", 1, "access/answered_in_time", "13")
                .status())
        .isEqualTo(422);
  }

  @Test
  void aStateNeedsItsReasonAndIsNeverAZero() {
    filled.open("no");
    String path = TOLUCA + "/questionnaire";
    var refused =
        filled.fill(
            "ana", path, 1, "access/requests", "7", "access/requests.state", "not_accessible");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).contains("why there is no answer", "when it will be tried again");
    assertThat(refused.page().select("[name=access/requests]").val()).isEqualTo("7");
    filled.fill(
        "ana",
        path,
        1,
        "access/requests",
        "7",
        "access/requests.state",
        "not_accessible",
        "access/requests.reason",
        "Falla del sistema",
        "access/requests.retry",
        "2026-02-01");
    assertThat(
            database
                .sql(
                    "select count(*) from studies.assessment_answer where value is null and state"
                        + " = 'not_accessible' and reason = 'Falla del sistema'")
                .count())
        .isOne();
  }

  @Test
  void evidenceIsAnAddressOrADocumentOfTheVaultAndNothingElse() {
    filled.open("no");
    String path = TOLUCA + "/questionnaire";
    var seen =
        filled.fill(
            "ana",
            path,
            1,
            "access/unit",
            "yes",
            "access/unit.link",
            "javascript:alert(1)",
            "access/unit.item",
            "0197a000-0000-7000-8000-000000000000");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("whole address", "document from the list");
    assertThat(count("assessment_answer")).isZero();
    var about =
        database
            .sql("select id from ledger.subject where path = :path")
            .with("path", TOLUCA.substring(3))
            .get(java.util.UUID.class);
    assertThat(site.as("ana").get("/en/evidence/new?about=" + about).status()).isEqualTo(200);
    assertThat(site.as("carla").get("/en/evidence/new?about=" + about).status()).isEqualTo(403);
  }

  @Test
  void twoContributorsFindOutAboutEachOtherAndVersionsAreKept() {
    filled.open("no");
    String path = TOLUCA + "/questionnaire";
    List<String> old = FilledIn.fields(site.as("ana").get(path + "/1"));
    filled.fill("ana", path, 1, "access/unit", "yes");
    var stale = site.as("ana").post(path + "/1", FilledIn.with(old, "access/unit", "no"));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.main()).contains("Ana Lucía Garduño Velázquez saved this");
    var again =
        site.as("ana")
            .post(path + "/1", FilledIn.with(FilledIn.fields(stale), "access/unit", "no"));
    assertThat(again.status()).isEqualTo(303);
    var untouched = site.as("ana").post(path + "/1", FilledIn.with(old, "access/requests", "3"));
    assertThat(untouched.status()).as("what was not touched is no conflict").isEqualTo(303);
    assertThat(
            database
                .sql(
                    "select value from studies.assessment_answer where path = 'access/unit'"
                        + " order by id")
                .list(String.class))
        .containsExactly("yes", "no");
  }

  @Test
  void noOneElseSeesOrAnswersAQuestionnaire() {
    filled.open("no");
    assertThat(site.as("ana").get(METEPEC + "/questionnaire").status()).isEqualTo(403);
    assertThat(site.as("ana").get(METEPEC + "/questionnaire/1").status()).isEqualTo(403);
    assertThat(site.as("ana").post(METEPEC + "/questionnaire/1", "access/unit.seen", "0").status())
        .isEqualTo(403);
    assertThat(site.as("ana").post(METEPEC + "/signature").status()).isEqualTo(403);
    for (String other : List.of("beto", "carla", "elena", "iris", "sofia")) {
      assertThat(site.as(other).get(TOLUCA + "/questionnaire").status()).as(other).isEqualTo(403);
    }
    assertThat(site.asVisitor().post(TOLUCA + "/questionnaire/1").status()).isEqualTo(401);
    assertThat(site.asVisitor().get(TOLUCA + "/questionnaire").location())
        .startsWith("/en/sign-in");
    assertThat(count("assessment_answer") + count("assessment_signature")).isZero();
  }

  @Test
  void nothingIsSignedBySilence() {
    filled.open("no");
    filled.fill("ana", TOLUCA + "/questionnaire", 1, "access/unit", "yes");
    var seen = site.as("ana").post(TOLUCA + "/signature", "head", "A", "post", "B", "sure", "yes");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.main())
        .contains("answers are missing", "How does it publish what the law obliges?");
    assertThat(count("assessment_signature")).isZero();
  }

  @Test
  void aSignedQuestionnaireIsAFactAndChangesNoMore() {
    filled.open("no");
    filled.sign();
    assertThat(site.asVisitor().get(TOLUCA).main())
        .contains("Signed by Raquel Mondragón, Presidenta municipal", "SHA-256")
        .doesNotContain("Question by question", "transparency unit with an appointed head");
    assertThat(site.as("ana").post(TOLUCA + "/questionnaire/1", "access/unit.seen", "0").status())
        .isEqualTo(409);
    assertThat(site.as("ana").post(TOLUCA + "/signature", "head", "X").status()).isEqualTo(409);
    Assertions.assertThatThrownBy(() ->
            database
                .sql(
                    "insert into studies.assessment_answer (assessment_id, path, value,"
                        + " answered_at, answered_by, answered_by_name) select assessment_id, path,"
                        + " 'no', answered_at, answered_by, answered_by_name"
                        + " from studies.assessment_answer limit 1")
                .change())
        .hasMessageContaining("a signed questionnaire is frozen");
  }

  @Test
  void whatIsNotPublishedIsShownToNobodyAndThenToEverybody() {
    filled.open("no");
    filled.sign();
    filled.code("iris", "access/unit", "no");
    assertThat(site.asVisitor().get(TOLUCA).main())
        .contains("published with the study")
        .doesNotContain("The validator says");
    institutions.publish(Objects.requireNonNull(study));
    assertThat(site.asVisitor().get(TOLUCA).main())
        .contains("Question by question", "The institution says Yes", "The validator says No")
        .contains("Validated by Iris", "Every version of the answers")
        .doesNotContain("@");
    assertThat(site.asVisitor().get(ALL).main()).contains("Toluca", "Metepec");
  }

  private long count(String table) {
    return database.sql("select count(*) from studies." + table).count();
  }
}
