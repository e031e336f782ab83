package cabildo.studies.results;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The two studies of the demonstration world: volunteers as in the published report, and a sample.
@PagesTest
class StudyPagesTest {
  private static final String SEED = "/en/studies/apertura-municipal-2022";
  private static final String SAMPLE = "/en/studies/apertura-municipal-2024";

  @Autowired Site site;
  @Autowired Database database;

  @Test
  void theListSaysVerdictAndCoverageInWords() {
    String list = site.asVisitor().get("/en/studies").main();
    assertThat(list).contains("Not conclusive", "18 of 125 municipalities");
    assertThat(list).contains("Conclusive", "40 of 125 municipalities");
    assertThat(site.asVisitor().get("/es/studies").main())
        .contains("No concluyente", "18 de 125 municipios");
  }

  @Test
  void volunteersAreNotConclusiveForThreeReasonsWithBoundsAndAPrice() {
    var page = site.asVisitor().get(SEED).page();
    assertThat(page.select("#verdict ol li")).hasSize(3);
    assertThat(page.select("#verdict").text())
        .contains(
            "chose themselves",
            "From 107 of 125 municipalities there is no answer at all",
            "too few answers per municipality",
            "can be anything from",
            "2,368 interviews in 40 drawn municipalities",
            "15,567 interviews in all 125 municipalities");
  }

  @Test
  void volunteersGetNoMarginInAnyFormat() {
    assertThat(site.asVisitor().get(SEED).page().select("#figures").text())
        .doesNotContain("Likely range");
    JsonNode json = Json.read(site.asVisitor().get(SEED + ".json").text());
    assertThat(json.path("verdict").path("outcome").asString()).isEqualTo("not_conclusive");
    assertThat(json.path("items").findValues("low")).allMatch(JsonNode::isNull);
    assertThat(site.asVisitor().get(SEED + "/results.csv").text())
        .contains(
            "volunteers", "testimonial", "VOLUNTEER_SAMPLE STRATUM_COVERAGE TOO_FEW_RESPONSES")
        .doesNotContain("probability");
  }

  @Test
  void aSampleThatKeptItsPromiseIsConclusiveForTheState() {
    JsonNode json = Json.read(site.asVisitor().get(SAMPLE + ".json").text());
    assertThat(json.path("verdict").path("reasons")).isEmpty();
    assertThat(json.path("verdict").path("outcome").asString()).isEqualTo("conclusive");
    assertThat(site.asVisitor().get(SAMPLE).main())
        .contains("The result is conclusive", "40 of 125", "Likely range");
  }

  @Test
  void nothingIsShownBeforeTheResultsArePublished() {
    database
        .sql(
            """
            delete from studies.phase where phase = 'published' and study_id =
              (select id from studies.study where slug = 'apertura-municipal-2024')
            """)
        .change();
    assertThat(site.asVisitor().get(SAMPLE).main())
        .contains("There are no results yet")
        .doesNotContain("Likely range");
    assertThat(site.asVisitor().get(SAMPLE + ".json").status()).isEqualTo(404);
    assertThat(site.asVisitor().get(SAMPLE + "/results.csv").status()).isEqualTo(404);
  }
}
