package cabildo.instruments.editing;

import static org.assertj.core.api.Assertions.assertThat;

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

@PagesTest
class DraftPagesTest {
  private static final String WHOLE =
      """
      {"title": {"es": "Prueba"}, "languages": ["es"],
       "items": [{"name": "ask", "type": "decimal", "label": {"es": "¿Cuánto?"}}],
       "scoring": {"root": "all", "rules": {"r": {"measure": "imported", "item": "ask"}},
         "nodes": {"all": {"weights": "equal", "children": [{"of": "r"}]}}}}
      """;

  @Autowired Site site;
  @Autowired Instruments instruments;
  @Autowired Versions versions;

  @Test
  void anOfficerBeginsAnInstrumentWritesItAndPublishesIt() {
    var beto = site.as("beto");
    assertThat(beto.get("/es/instruments/new").status()).isEqualTo(200);
    var begun =
        beto.post(
            "/es/instruments",
            "name_es",
            "Encuesta de mercados",
            "name_en",
            "Survey of markets",
            "source",
            "Propia");
    String path = "/es/instruments/encuesta-de-mercados/versions/1";
    assertThat(begun.location()).isEqualTo(path + "/document");
    assertThat(beto.get(path + "/document").main()).contains("nothing is asked");
    assertThat(beto.post(path + "/publication", "revision", "0").status()).isEqualTo(422);
    assertThat(save(path, "0", WHOLE).location()).isEqualTo(path + "/document");
    assertThat(beto.get(path + "/document").page().select("#ready")).isNotEmpty();
    assertThat(beto.post(path + "/publication", "revision", "1").location()).isEqualTo(path);
    assertThat(site.asVisitor().get(path).main()).contains("¿Cuánto?", "Cómo se califica");
    assertThat(save(path, "1", WHOLE).status()).isEqualTo(409);
  }

  @Test
  void aDraftBeginsAsThePublishedVersionWithItsRulesAndThereIsOneAtATime() {
    Instrument instrument = begin("Prueba de copias");
    Version first = versions.of(instrument.id()).getFirst();
    versions.publish(Actor.program(), first);
    String path = "/es/instruments/" + instrument.slug();
    var drafted = site.as("beto").post(path + "/drafts");
    assertThat(drafted.location()).isEqualTo(path + "/versions/2/document");
    assertThat(site.as("beto").post(path + "/drafts").location()).isEqualTo(drafted.location());
    Version second = versions.find(instrument.id(), 2).orElseThrow();
    assertThat(second.definition()).isEqualTo(first.definition());
    assertThat(second.definition().has("scoring")).isTrue();
  }

  @Test
  void whoComesSecondSeesBothDocumentsAndLosesNothing() {
    String path = "/es/instruments/" + begin("Prueba de dos personas").slug() + "/versions/1";
    save(path, "0", WHOLE.replace("Prueba", "De la primera"));
    var late = save(path, "0", WHOLE.replace("Prueba", "De la segunda"));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.page().select("pre").text()).contains("De la primera");
    assertThat(late.page().select("textarea").val()).contains("De la segunda");
    assertThat(site.as("beto").post(path + "/publication", "revision", "0").status())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{\"a\": \"\\u0000\"}",
        "{\"\\u0000\": 1}",
        "{\"a\": [\"\\ud800\"]}",
        "{\"a\": 1e999}",
        "{\"a\": 1, \"a\": 2}"
      })
  void whatIsNoDocumentIsShownAgainWithItsFault(String typed) {
    Instrument instrument = begin("Prueba " + Integer.toHexString(typed.hashCode()));
    String path = "/es/instruments/" + instrument.slug() + "/versions/1";
    var seen = save(path, "0", typed);
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.page().select("#document-e")).isNotEmpty();
    assertThat(seen.page().select("textarea").val()).isEqualTo(typed);
  }

  @Test
  void weightsThatDoNotSumAreNamedOnTheDraftAndKeepItFromPublication() {
    String path = "/es/instruments/" + begin("Prueba de pesos").slug() + "/versions/1";
    save(
        path,
        "0",
        WHOLE
            .replace("\"weights\": \"equal\", ", "")
            .replace("\"r\"}]", "\"r\", \"weight\": \"0.9\"}]"));
    assertThat(site.as("beto").get(path + "/document").main()).contains("0.9 and not to 1");
    assertThat(site.as("beto").post(path + "/publication", "revision", "1").status())
        .isEqualTo(422);
  }

  @Test
  void aNameIsNeededAndIsNotTakenTwice() {
    var beto = site.as("beto");
    assertThat(beto.post("/es/instruments", "name_es", "").errors()).isNotEmpty();
    assertThat(beto.post("/es/instruments", "name_es", "New").status()).isEqualTo(422);
    assertThat(beto.post("/es/instruments", "name_es", "Opening citizens").status()).isEqualTo(422);
  }

  @Test
  void nobodyElseMayWriteInstruments() {
    String slug = begin("Prueba de permisos").slug();
    String path = "/es/instruments/" + slug;
    for (String who : new String[] {"ana", "carla"}) {
      var visit = site.as(who);
      assertThat(visit.get("/es/instruments/new").status()).isEqualTo(403);
      assertThat(visit.post("/es/instruments", "name_es", "Otra").status()).isEqualTo(403);
      assertThat(visit.post(path + "/drafts").status()).isEqualTo(403);
      assertThat(visit.post(path + "/versions/1/document", "document", "{}").status())
          .isEqualTo(403);
      assertThat(visit.post(path + "/versions/1/publication").status()).isEqualTo(403);
    }
    assertThat(versions.of(instruments.get(slug).id()).getFirst().isPublished()).isFalse();
  }

  private Instrument begin(String name) {
    Instrument added =
        instruments.add(Actor.program(), LocalText.of(cabildo.kernel.Lang.ES, name), null, null);
    versions.draft(Actor.program(), added, cabildo.db.Json.read(WHOLE));
    return added;
  }

  private Site.Seen save(String path, String revision, String document) {
    return site.as("beto").post(path + "/document", "revision", revision, "document", document);
  }
}
