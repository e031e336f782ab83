package cabildo.reports;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The report that Cabildo began with is the golden case of its consistency review.
@PagesTest
class SeedReviewTest {
  private static final String PATH = "/en/reports/mxmex0009-end-of-commitment";

  @Autowired Site site;
  @Autowired Reports reports;
  @Autowired Publications publications;

  private ReportBody body(String slug) {
    return Json.mapper()
        .treeToValue(publications.of(reports.get(slug).id()).getFirst().body(), ReportBody.class);
  }

  @Test
  void everyOneOfTheSixteenRulesFindsSomethingInIt() {
    assertThat(body("mxmex0009-end-of-commitment").findings())
        .extracting(ReportBody.Reviewed::code)
        .contains(
            "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11", "C12", "C13", "C14",
            "C15", "C16");
  }

  @Test
  void onlyStructuredFactsBlockAndSignalsOfTheTextOnlyAsk() {
    assertThat(body("mxmex0009-end-of-commitment").findings())
        .filteredOn(finding -> finding.severity() == Severity.BLOCK)
        .extracting(ReportBody.Reviewed::code)
        .containsExactly("C1", "C2", "C3", "C3", "C3", "C9", "C12");
    assertThat(body("mxmex0009-end-of-commitment").findings())
        .filteredOn(finding -> List.of("C14", "C15").contains(finding.code()))
        .extracting(ReportBody.Reviewed::severity)
        .containsOnly(Severity.ASK);
  }

  @Test
  void theReportDerivedFromFactsHasNothingThatBlocks() {
    assertThat(body("mxmex0009-derived-from-facts").findings())
        .filteredOn(finding -> finding.severity() == Severity.BLOCK)
        .isEmpty();
  }

  @Test
  void everyFindingIsSaidInBothLanguages() {
    for (ReportBody.Reviewed finding : body("mxmex0009-end-of-commitment").findings()) {
      for (var text : List.of(finding.title(), finding.answerSays(), finding.recordSays())) {
        assertThat(text.texts()).as(finding.code()).containsKeys("es", "en");
        assertThat(text.in(Lang.ES).text()).as(finding.code()).doesNotContain("reports.", "{");
      }
    }
  }

  @Test
  void thePageFollowsTheOrderOfTheFormAndShowsTheFindingsBesideTheAnswers() {
    var page = site.asVisitor().get(PATH).page();
    assertThat(page.select("h1").text())
        .isEqualTo("End of Commitment Report – Open government culture");
    assertThat(page.select(".section h2").eachText())
        .containsExactly(
            "Commitment completion", "Did it open government?", "Lessons from implementation");
    assertThat(page.select("#q1_1 .finding h4").eachText())
        .contains("Declared further than the record");
    assertThat(page.select("#q1_1 .values dd").text()).isEqualTo("complete");
  }

  @Test
  void theSpanishPageShowsATranslationAndKeepsTheOriginalUnderIt() {
    var page = site.asVisitor().get(PATH.replace("/en/", "/es/")).page();
    assertThat(page.select("#q1_1 details [lang=en]").text())
        .startsWith("This commitment is in the");
    assertThat(page.select("#q1_1 .answer-body > .prose").text()).contains("etapa final");
  }

  @Test
  void noAddressOfAnEvaluatorIsAnywhereOnThePageOrInItsTwin() {
    for (String path : List.of(PATH, PATH + ".json", PATH.replace("/en/", "/es/"))) {
      assertThat(site.asVisitor().get(path).text()).doesNotContain("@gmail", "@example.org");
    }
  }

  @Test
  void theTwinIsTheFrozenBody() {
    var seen = site.asVisitor().get(PATH + ".json");
    assertThat(seen.response().getContentType()).startsWith("application/json");
    assertThat(Json.read(seen.text()).get("schema").asString()).isEqualTo(ReportBody.SCHEMA);
  }

  @Test
  void aVersionThatWasNeverPublishedIsNotThere() {
    assertThat(site.asVisitor().get(PATH + "/versions/1").status()).isEqualTo(200);
    assertThat(site.asVisitor().get(PATH + "/versions/2").status()).isEqualTo(404);
  }
}
