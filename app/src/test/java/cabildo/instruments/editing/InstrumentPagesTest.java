package cabildo.instruments.editing;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.instruments.Instrument;
import cabildo.instruments.Instruments;
import cabildo.instruments.Version;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PagesTest
class InstrumentPagesTest {
  private static final String DRAFT =
      """
      {"title": {"es": "Prueba"}, "languages": ["es", "maz", "xyz"],
       "choices": {"yes_no": [
         {"name": "yes", "label": {"es": "Sí", "maz": "Jã"}, "columns": {"score": "1"}},
         {"name": "no", "label": {"es": "No"}, "columns": {"score": "0"}}]},
       "items": [
         {"name": "hello", "type": "note", "label": {"es": "Hola", "maz": "K'o ra"}},
         {"name": "top", "label": {"es": "Arriba"}, "items": [
           {"name": "ask", "type": "select_one", "choices": "yes_no", "label": {"es": "¿Hay?"}},
           {"name": "requests", "label": {"es": "Solicitudes"}, "repeat": {"count": "3"},
            "items": [
             {"name": "days", "type": "integer", "label": {"es": "¿Cuántos días?", "xyz": "Zas"},
              "relevant": "${ask} = 'yes'", "constraint": ". >= 0"}]}]}]}
      """;

  @Autowired Site site;
  @Autowired Instruments instruments;
  @Autowired Versions versions;

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void theListLeadsToEveryPublishedInstrument(String lang) {
    var seen = site.asVisitor().get("/" + lang + "/instruments");
    assertThat(seen.status()).isEqualTo(200);
    assertThat(seen.page().select("ul.index h2 a").eachAttr("href"))
        .contains(
            "/" + lang + "/instruments/opening-citizens",
            "/" + lang + "/instruments/opening-institutions");
  }

  @Test
  void anInstrumentTellsItsPurposeAndItsVersionsWithTheirSeal() {
    var seen = site.asVisitor().get("/es/instruments/opening-institutions");
    Instrument instrument = instruments.get("opening-institutions");
    Version version = versions.of(instrument.id()).getLast();
    assertThat(seen.main()).contains("Pregunta al ayuntamiento qué publica");
    assertThat(seen.page().select(".hash").text()).contains(String.valueOf(version.sha256()));
    assertThat(seen.page().select("a[href$=/versions/1]")).hasSize(1);
  }

  @Test
  void aVersionShowsItsSectionsItsQuestionsInBothLanguagesAndWhenEachIsAsked() {
    var seen = site.asVisitor().get("/es/instruments/opening-institutions/versions/1");
    var days = seen.page().select("[id=access/average_days]");
    assertThat(days.text())
        .contains("En promedio", "On average", "Solo se pregunta si", "${requests} > 0");
    assertThat(days.select("[lang=en]")).isNotEmpty();
    assertThat(seen.page().select("#access details").text()).contains("Sí", "Yes", "score = 1");
    assertThat(site.asVisitor().get("/en/instruments/opening-citizens/versions/1").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metrica-2017",
        "cimtra-like",
        "ebt-like",
        "open-data-index-like",
        "ita-like",
        "anac-like",
        "opening-institutions"
      })
  void rulesAreShownInWordsWithTheirWeights(String slug) {
    for (String lang : new String[] {"es", "en"}) {
      var seen = site.asVisitor().get("/" + lang + "/instruments/" + slug + "/versions/1");
      assertThat(seen.page().select("#scoring table caption")).isNotEmpty();
      assertThat(seen.main()).doesNotContain("instruments.editing.");
    }
  }

  @Test
  void theWeightsAndBandsOfTheNationalMetricCanBeRead() {
    var page = site.asVisitor().get("/es/instruments/metrica-2017/versions/1").page();
    assertThat(page.select("[id=score-TG] tbody tr").eachText())
        .first()
        .asString()
        .contains("Acceso a la información", "50 %");
    assertThat(page.select("[id=score-GA] a").eachAttr("href"))
        .containsExactly("#score-GAg", "#score-GAc");
    assertThat(page.select("#scoring dl").text()).contains("Satisfactorio Más de 0.8");
  }

  @Test
  void theJsonOfAVersionIsTheDocumentThatWasSealed() {
    var seen = site.asVisitor().get("/en/instruments/opening-citizens/versions/1.json");
    JsonNode node = Json.read(seen.text());
    assertThat(seen.response().getContentType()).startsWith("application/json");
    assertThat(Digest.of(node.path("definition"))).isEqualTo(node.path("sha256").asString());
  }

  @Test
  void aDraftIsThereForOfficersAlone() {
    Instrument added = instruments.add(Actor.program(), text("Prueba de borrador"), null, null);
    versions.draft(Actor.program(), added, Json.read(DRAFT));
    String path = "/es/instruments/" + added.slug();
    for (String one : new String[] {path, path + "/versions/1", path + "/versions/1.json"}) {
      assertThat(site.asVisitor().get(one).status()).as(one).isEqualTo(404);
      assertThat(site.as("carla").get(one).status()).as(one).isEqualTo(404);
      assertThat(site.as("beto").get(one).status()).as(one).isEqualTo(200);
    }
    assertThat(site.asVisitor().get("/es/instruments").text()).doesNotContain(added.slug());
    var page = site.as("beto").get(path + "/versions/1").page();
    assertThat(page.select("[lang=maz]").eachText()).contains("K'o ra", "Jã");
    assertThat(page.select("h3").text()).isEqualTo("Solicitudes");
    assertThat(page.getElementById("top/requests/days")).isNotNull();
    assertThat(page.select("[lang=xyz]").text()).isEqualTo("Zas");
  }

  @Test
  void aDraftThatCannotBeReadSaysWhere() {
    Instrument added = instruments.add(Actor.program(), text("Prueba rota"), null, null);
    versions.draft(Actor.program(), added, Json.read("{\"languages\": [\"es\"]}"));
    var seen = site.as("beto").get("/es/instruments/" + added.slug() + "/versions/1");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.main()).contains("title");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/es/instruments/nothing",
        "/es/instruments/opening-citizens/versions/999999",
        "/es/instruments/opening-citizens/versions/x",
        "/es/instruments/opening-citizens/versions/99.json"
      })
  void whatIsNotThereIsNotFound(String path) {
    assertThat(site.asVisitor().get(path).status()).isEqualTo(404);
  }

  private static LocalText text(String es) {
    return LocalText.of(cabildo.kernel.Lang.ES, es);
  }
}
