package cabildo.reports;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From the first draft to a correction, and who may not.
@PagesTest
class WriteReportTest {
  private static final String DRAFT = "/en/reports/mxmex0009-end-of-commitment-2";

  @Autowired Site site;
  @Autowired Database database;

  private Site.Visit iris() {
    return site.as("iris");
  }

  private Site.Seen save(int section, String... fields) {
    return iris().post(DRAFT + "/draft/sections/" + section, with("then", "continue", fields));
  }

  private static String[] with(String name, String value, String... fields) {
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(name, value));
    return all.toArray(String[]::new);
  }

  private static String[] sectionOne() {
    return new String[] {
      "q1_1",
      "complete",
      "q1_1_explanation",
      "It is in the final stage.",
      "q1_2",
      "Political will.",
      "q1_3",
      "all",
      "q1_3_scope",
      "changed",
      "q1_3_time",
      "late",
      "q1_3_explanation",
      "Times were lengthened."
    };
  }

  private void fillIn() {
    iris()
        .post(
            DRAFT + "/draft",
            "periodFrom",
            "2022-01-01",
            "periodTo",
            "2023-09-30",
            "assessedOn",
            "2025-10-30",
            "version",
            "0");
    assertThat(save(1, sectionOne()).status()).isEqualTo(303);
    assertThat(
            save(
                    2,
                    "q2_1_1",
                    "no",
                    "q2_1_2",
                    "no",
                    "q2_1_3",
                    "no",
                    "q2_2",
                    "partly",
                    "q2_2_explanation",
                    "In part.")
                .status())
        .isEqualTo(303);
    assertThat(save(3, "q3", "Begin earlier.", "q3_carry_forward", "yes").status()).isEqualTo(303);
  }

  private void declare(String who) {
    var seen =
        site.as(who)
            .post(
                DRAFT + "/draft/declarations",
                "affiliation",
                "Independent",
                "independence",
                "None.",
                "truth",
                "yes");
    assertThat(seen.status()).isEqualTo(303);
  }

  @Test
  void onlyItsEvaluatorsOpenADraft() {
    assertThat(iris().get(DRAFT + "/draft").status()).isEqualTo(200);
    assertThat(site.as("beto").get(DRAFT + "/draft").status()).isEqualTo(403);
    assertThat(site.as("elena").get(DRAFT + "/draft").status()).isEqualTo(403);
    assertThat(site.asVisitor().get(DRAFT + "/draft").location()).startsWith("/en/sign-in?to=");
    assertThat(site.asVisitor().post(DRAFT + "/draft/sections/1").status()).isEqualTo(401);
    assertThat(site.asVisitor().get(DRAFT).status()).as("a draft is not public").isEqualTo(404);
  }

  @Test
  void anOfficerOfThePlanCannotBeginAReportOnHisOwnWork() {
    assertThat(site.as("beto").post("/en/reports", "commitment", "mxmex0009").status())
        .isEqualTo(403);
  }

  @Test
  void anEvaluatorBeginsAReportThatIsFilledInFromTheRecord() {
    var begun = iris().post("/es/reports", "commitment", "mxmex0009");
    assertThat(begun.location()).isEqualTo("/es/reports/mxmex0009-end-of-commitment-3/draft");
    var page = iris().get(begun.location() + "/sections/1").page();
    assertThat(page.select("input[name=q1_1][checked]").attr("value")).isEqualTo("limited");
    assertThat(page.select("textarea[name=q1_1_explanation]").text()).contains("de 13 hitos");
  }

  @Test
  void aSectionWithHolesIsShownAgainWithAllThatWasTyped() {
    var seen = save(1, "q1_1", "complete", "q1_1_explanation", "Half a sentence");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("1.2: write an answer", "1.3: choose an answer");
    assertThat(seen.page().select("textarea[name=q1_1_explanation]").text())
        .isEqualTo("Half a sentence");
    assertThat(seen.page().select("input[name=q1_1][checked]").attr("value")).isEqualTo("complete");
  }

  @Test
  void whoLeavesForLaterMayLeaveHolesAndFindsThemAgain() {
    var seen = iris().post(DRAFT + "/draft/sections/1", "q1_1", "limited", "then", "leave");
    assertThat(seen.status()).isEqualTo(303);
    var page = iris().get(DRAFT + "/draft/sections/1").page();
    assertThat(page.select("input[name=q1_1][checked]").attr("value")).isEqualTo("limited");
  }

  @Test
  void theSecondOfTwoEditorsSeesBothVersions() {
    iris().post(DRAFT + "/draft/sections/3", "q3", "Mine.", "seen_q3", "0", "then", "leave");
    var seen =
        site.as("mateo")
            .post(DRAFT + "/draft/sections/3", "q3", "His.", "seen_q3", "0", "then", "leave");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(seen.main()).contains("Somebody saved before you", "Mine.");
    assertThat(seen.page().select("textarea[name=q3]").text()).isEqualTo("His.");
    var again =
        site.as("mateo")
            .post(DRAFT + "/draft/sections/3", "q3", "His.", "seen_q3", "1", "then", "leave");
    assertThat(again.status()).as("now he knows").isEqualTo(303);
  }

  @Test
  void anAnswerThatIsNoOptionIsRefusedBesideItsField() {
    var seen = save(1, "q1_1", "splendid");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#q1_1-e").text()).contains("Choose one of the answers offered");
  }

  @Test
  void evidenceThatWasNotOfferedCannotBeLaidBesideAnAnswer() {
    var seen =
        save(
            3,
            "q3",
            "x",
            "q3_carry_forward",
            "no",
            "evidence_q3",
            "00000000-0000-7000-8000-000000000000");
    assertThat(seen.status()).isEqualTo(422);
  }

  @Test
  void blockingFindingsHoldPublicationUntilTheyAreJustified() {
    publish();
    var page = site.asVisitor().get(DRAFT).page();
    assertThat(page.select("#C1-q1-1 .finding-reply").text())
        .contains("Stages count, not milestones.", "Iris Maldonado");
    assertThat(page.select(".dates").text()).contains("30 October 2025", "15 January 2026");
  }

  private void publish() {
    fillIn();
    var refused = iris().post(DRAFT + "/publications");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).contains("Publication waits for: C1, C2, C12");

    declare("iris");
    declare("mateo");
    assertThat(
            iris().post(DRAFT + "/draft/findings/C1-q1-1", "justification-C1-q1-1", " ").status())
        .isEqualTo(422);
    for (String finding : List.of("C1-q1-1", "C2-q1-3")) {
      assertThat(
              iris()
                  .post(
                      DRAFT + "/draft/findings/" + finding,
                      "justification-" + finding,
                      "Stages count, not milestones.")
                  .status())
          .isEqualTo(303);
    }
    assertThat(iris().post(DRAFT + "/publications").status()).isEqualTo(303);
  }

  @Test
  void aCorrectionNeedsAReasonAndTheFirstVersionStays() {
    publish();
    assertThat(iris().post(DRAFT + "/publications").errors())
        .contains("Say why this version follows");
    save(3, "q3", "Begin much earlier.", "q3_carry_forward", "yes", "seen_q3", "1");
    assertThat(iris().post(DRAFT + "/publications", "reason", "The lesson was too short.").status())
        .isEqualTo(303);
    assertThat(site.asVisitor().get(DRAFT).main())
        .contains("Begin much earlier.", "Reason: The lesson was too short.");
    assertThat(site.asVisitor().get(DRAFT + "/versions/1").main())
        .contains("Begin earlier.", "A newer one exists");
  }

  @Test
  void aFindingThatWasNotFoundCannotBeJustified() {
    assertThat(iris().post(DRAFT + "/draft/findings/C99", "justification-C99", "x").status())
        .isEqualTo(404);
  }

  @Test
  void aSecondEvaluatorMustBeOneWhoMayAssess() {
    assertThat(iris().post(DRAFT + "/draft/evaluators", "email", "beto@example.org").errors())
        .contains("may not assess");
    assertThat(iris().post(DRAFT + "/draft/evaluators", "email", "nobody@example.org").errors())
        .contains("Nobody with this address");
    assertThat(
            site.as("beto").post(DRAFT + "/draft/evaluators", "email", "iris@example.org").status())
        .isEqualTo(403);
  }

  @Test
  void datesThatCannotBeAreRefusedAndKept() {
    var seen =
        iris()
            .post(
                DRAFT + "/draft",
                "periodFrom",
                "2023-01-01",
                "periodTo",
                "2022-01-01",
                "assessedOn",
                "2999-01-01",
                "version",
                "0");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("ends before it begins", "Enter a date that exists");
    assertThat(seen.page().select("#assessedOn").attr("value")).isEqualTo("2999-01-01");
  }

  @Test
  void aPublishedVersionCannotBeChangedEvenInTheDatabase() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> database.sql("update reports.publication set number = 7").change()))
        .hasMessageContaining("a published version is frozen");
  }
}
