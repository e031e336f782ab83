package cabildo.studies.collection;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class NoticePagesTest {
  private static final String NOTICES = FieldStudy.PATH + "/notices";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;

  @Test
  void theFirstOneBeginsWithADraftThatNamesWhoIsResponsible() {
    field.planned();
    assertThat(site.asVisitor().get(FieldStudy.PATH + "/notice").status()).isEqualTo(404);
    var page = site.as("beto").get(NOTICES + "/new").page();
    assertThat(page.select("#simplified-es").text()).contains("es responsable de los datos");
    assertThat(page.select("#integral-en").text()).contains("Responsible:", "Field study");
  }

  @Test
  void eachVersionIsPublishedAndTheOldOnesStay() {
    field.planned();
    assertThat(publish("1", "Primero", "Todo uno").location())
        .isEqualTo(FieldStudy.PATH + "/notice");
    publish("2", "Segundo", "Todo dos");
    assertThat(site.asVisitor().get(FieldStudy.PATH + "/notice").main())
        .contains("Segundo", "Version 1", "Version 2")
        .doesNotContain("earlier version");
    assertThat(site.asVisitor().get(NOTICES + "/1").main()).contains("Primero", "earlier version");
    assertThat(site.as("beto").get(NOTICES + "/new").page().select("#simplified-es").text())
        .isEqualTo("Segundo");
  }

  @Test
  void twoWhoPublishAtOnceFindOutAboutEachOther() {
    field.planned();
    publish("1", "Primero", "Todo uno");
    assertThat(publish("1", "Otro", "Todo otro").status()).isEqualTo(409);
  }

  @Test
  void onlyTheOfficerPublishes() {
    field.planned();
    assertThat(site.as("ana").post(NOTICES, "simplified-es", "x").status()).isEqualTo(403);
    assertThat(site.asVisitor().post(NOTICES).status()).isEqualTo(401);
    assertThat(site.as("beto").post(NOTICES, "simplified-es", "Corto").errors())
        .contains("Write the full notice in Spanish");
  }

  @Test
  void whatWasPublishedIsFrozen() {
    field.planned();
    publish("1", "Primero", "Todo uno");
    Assertions.assertThatThrownBy(() -> database.sql("delete from studies.notice").change())
        .hasMessageContaining("frozen");
  }

  private Site.Seen publish(String number, String simplified, String integral) {
    return site.as("beto")
        .post(NOTICES, "number", number, "simplified-es", simplified, "integral-es", integral);
  }
}
