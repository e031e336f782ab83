package cabildo.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class GlossaryPagesTest {
  @Autowired Site site;
  @Autowired Terms terms;
  @Autowired Database database;

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void theGlossaryShowsEveryTermUnderItsLetter(String lang) {
    var seen = site.asVisitor().get("/" + lang + "/glossary");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.page().select("ul.index > li"))
        .hasSize(GlossaryFile.shipped().entries().size());
    Elements letters = seen.page().select("nav.letters a");
    assertThat(letters)
        .isNotEmpty()
        .allSatisfy(letter ->
            assertThat(seen.page().select("section[id=" + letter.text() + "] li")).isNotEmpty());
  }

  @Test
  void aTermHasItsMeaningItsOtherLanguageAndItsRelatives() {
    var seen = site.asVisitor().get("/en/glossary/open-government");
    assertThat(seen.page().select("h1").text()).isEqualTo("Open government");
    assertThat(seen.page().select("[lang=es] b").text()).isEqualTo("Gobierno abierto");
    assertThat(seen.page().select(".side a").eachAttr("href"))
        .contains("/en/glossary/transparency", "/en/glossary/open-state");
    assertThat(site.asVisitor().get("/es/glossary/open-government").main())
        .startsWith("Glosario")
        .contains("Gobierno abierto", "Vea también");
  }

  @Test
  void everyTermHasAPageInBothLanguages() {
    for (GlossaryFile.Entry entry : GlossaryFile.shipped().entries()) {
      for (String lang : List.of("es", "en")) {
        var seen = site.asVisitor().get("/" + lang + "/glossary/" + entry.slug());
        assertThat(seen.status()).as(entry.slug()).isEqualTo(200);
      }
    }
  }

  @Test
  void aCategoryShowsItsTermsOnly() {
    var seen = site.asVisitor().get("/es/glossary/categories/statistics");
    assertThat(seen.page().select("ul.index > li"))
        .hasSize(terms.glossary().ofCategory("statistics", cabildo.kernel.Lang.ES).size());
    assertThat(seen.page().select(".side [aria-current=page]").text())
        .isEqualTo("Encuestas y cifras");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/en/glossary/nothing", "/en/glossary/categories/nothing", "/en/glossary/%00"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(site.asVisitor().get(path).status()).isIn(400, 404);
  }

  @Test
  void loadingTheSameGlossaryAgainChangesNothing() {
    assertThat(terms.load(GlossaryFile.shipped())).isZero();
  }

  @Test
  void aChangedTermIsWrittenWithALineInTheLedgerAndNoneIsTakenAway() {
    int before = terms.all().size();
    var changed =
        """
        {"categories": [], "terms": [{"slug": "transparency", "category": "basics",
          "term": {"es": "Transparencia", "en": "Transparency"},
          "definition": {"es": "Otra cosa.", "en": "Another thing."}, "see": ["open-state"]}]}
        """;
    assertThat(terms.load(GlossaryFile.of(Json.read(changed)))).isEqualTo(1);
    Map<String, Term> after = terms.bySlug();
    assertThat(after).hasSize(before);
    assertThat(Optional.ofNullable(after.get("transparency")).orElseThrow().see())
        .containsExactly("open-state");
    assertThat(
            database
                .sql("select count(*) from ledger.entry where deed = 'glossary.term.changed'")
                .count())
        .isEqualTo(1);
  }
}
