package cabildo.studies.office;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.instruments.Instruments;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PagesTest
class OfficePagesTest {
  private static final String OFFICE = "/en/studies/como-nos-abren/office";

  @Autowired Site site;
  @Autowired Database database;
  @Autowired Instruments instruments;
  @Autowired Versions versions;

  @Test
  void anOfficerBeginsAStudyAndIsLedToItsOffice() {
    Site.Seen seen = begin("beto", "Cómo nos abren");
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).isEqualTo(OFFICE);
    assertThat(site.as("beto").get(OFFICE).main()).contains("Cómo nos abren", "Choose whom to ask");
  }

  @Test
  void whoIsNoOfficerBeginsNone() {
    assertThat(begin("ana", "Cómo nos abren").status()).isEqualTo(403);
    assertThat(site.asVisitor().post("/en/studies", "titleEs", "Nada").status()).isEqualTo(401);
    assertThat(count("studies.study where slug = 'como-nos-abren'")).isZero();
  }

  @Test
  void theSameTitleTwiceIsRefusedBesideTheField() {
    begin("beto", "Cómo nos abren");
    Site.Seen seen = begin("beto", "Cómo nos abren");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("There is a study with that title already");
    assertThat(seen.page().select("#titleEs").val()).isEqualTo("Cómo nos abren");
  }

  @Test
  void aStudyAsksOnlyWithPublishedVersionsAndEachSideOnce() {
    begin("beto", "Cómo nos abren");
    UUID version = published();
    assertThat(ask("beto", "citizen", version.toString()).status()).isEqualTo(303);
    Site.Seen again = ask("beto", "citizen", version.toString());
    assertThat(again.status()).isEqualTo(422);
    assertThat(again.errors()).contains("Choose a perspective");
    assertThat(ask("beto", "desk", "nothing").errors()).contains("Choose a published version");
    assertThat(ask("ana", "desk", version.toString()).status()).isEqualTo(403);
    assertThat(count("studies.component where form_id = 'como_nos_abren_citizen'")).isOne();
  }

  @Test
  void fieldworkDoesNotOpenBeforeTheSampleIsDrawn() {
    begin("beto", "Cómo nos abren");
    ask("beto", "citizen", published().toString());
    Site.Seen seen = site.as("beto").post(OFFICE + "/phases", "phase", "opened");
    assertThat(seen.status()).isEqualTo(409);
    assertThat(site.as("ana").post(OFFICE + "/phases", "phase", "opened").status()).isEqualTo(403);
    assertThat(site.as("beto").post(OFFICE + "/phases", "phase", "registered").status())
        .as("the plan is registered in its own room")
        .isEqualTo(404);
    assertThat(
            count(
                "studies.phase p join studies.study s on s.id = p.study_id "
                    + "where s.slug = 'como-nos-abren'"))
        .isZero();
  }

  private Site.Seen begin(String who, String title) {
    return site.as(who)
        .post(
            "/en/studies",
            "titleEs",
            title,
            "questionEs",
            "¿Qué encuentra la gente?",
            "territory",
            id("territory", "Estado de México"),
            "organisation",
            infoem());
  }

  private Site.Seen ask(String who, String perspective, String version) {
    return site.as(who)
        .post(OFFICE + "/components", "perspective", perspective, "version", version);
  }

  private UUID published() {
    Actor hand = Actor.program();
    var instrument =
        instruments.add(hand, LocalText.both("Encuesta de prueba", "Test survey"), null, null);
    var draft =
        versions.draft(
            hand,
            instrument,
            Json.read(
                """
                {"title": {"es": "Encuesta"}, "languages": ["es"],
                 "items": [{"name": "edad", "type": "integer", "label": {"es": "¿Qué edad tiene?"}}]}
                """));
    versions.publish(hand, draft);
    return draft.id();
  }

  private String id(String kind, String title) {
    return database
        .sql("select id from ledger.subject where kind = :kind and title ->> 'es' = :title")
        .with("kind", kind)
        .with("title", title)
        .get(UUID.class)
        .toString();
  }

  private String infoem() {
    return database
        .sql("select id from members.organisation where acronym = 'INFOEM' order by id limit 1")
        .get(UUID.class)
        .toString();
  }

  private long count(String what) {
    return database.sql("select count(*) from " + what).count();
  }
}
