package cabildo.studies.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.accounts.People;
import cabildo.accounts.RoleGrants;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Role;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class PaperPagesTest {
  private static final String PAPER = FieldStudy.PATH + "/paper";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;
  @Autowired People people;
  @Autowired RoleGrants grants;

  @BeforeEach
  void aStudyWithTwoMoreOfficers() {
    CitizenSide side = field.open();
    for (String name : new String[] {"dora", "raul"}) {
      UUID id =
          people.add(Actor.program(), name + "@example.org", name, null, "none", Lang.ES, true);
      grants.grant(Actor.program(), id, new Actor.Grant(Role.OFFICER, side.study().id()));
    }
    site.as("beto").post(FieldStudy.PATH + "/invitations/sheets", "unit", "1", "count", "2");
  }

  private String begun(String code) {
    var seen = site.as("beto").post(PAPER, "code", code, "language", "es");
    assertThat(seen.status()).as(seen.errors()).isEqualTo(303);
    return seen.location();
  }

  private void key(String who, String paper, String age) {
    assertThat(site.as(who).post(paper + "/keyings").location()).endsWith("/pages/1");
    site.as(who)
        .post(
            paper + "/pages/1",
            "asked",
            "identity/sex identity/age identity/state",
            "identity/sex",
            "f",
            "identity/age",
            age);
    site.as(who).post(paper + "/pages/2", "asked", "access/asked", "access/asked", "no");
    assertThat(site.as(who).post(paper + "/completion").location()).isEqualTo(paper);
  }

  private long answers() {
    return database.sql("select count(*) from studies.submission where mode = 'paper'").count();
  }

  @Test
  void twoPeopleKeyASheetAndTheDifferencesAreSettled() {
    String paper = begun("001-001");
    key("beto", paper, "34");
    assertThat(site.as("beto").get(paper).main()).contains("Another person has to key it");
    assertThat(site.as("dora").post(paper + "/settlement").status()).isEqualTo(409);
    key("dora", paper, "43");

    var both = site.as("beto").get(paper);
    assertThat(both.main()).contains("One difference", "How old are you?", "34", "43");
    var undecided = site.as("beto").post(paper + "/settlement");
    assertThat(undecided.errors()).contains("Choose what the sheet says");
    assertThat(answers()).isZero();
    assertThat(
            site.as("beto").post(paper + "/settlement", "take.identity/age", "second").location())
        .isEqualTo(paper);
    assertThat(
            database
                .sql(
                    """
                    select s.answers ->> 'identity/age' || ' ' || (s.answers ->> 'place') || ' '
                           || s.collector || ' ' || f.detail
                      from studies.submission s join studies.flag f on f.submission_id = s.id
                     where s.mode = 'paper' and s.unit = 1 and s.stream = 'probability'
                    """)
                .get(String.class))
        .endsWith("dora identity/age")
        .startsWith("43 15106 ");
    assertThat(site.as("beto").post(paper + "/settlement").status()).isEqualTo(409);
    assertThat(site.as("beto").get(paper).main()).contains("has been kept", "settled the");
    assertThat(answers()).isOne();
  }

  @Test
  void aSheetReadAlikeByBothNeedsNoDecision() {
    String paper = begun("001-002");
    key("beto", paper, "34");
    key("dora", paper, "34");
    assertThat(site.as("dora").get(paper).main()).contains("No differences");
    assertThat(site.as("dora").post(paper + "/settlement").status()).isEqualTo(303);
    assertThat(database.sql("select count(*) from studies.flag").count()).isZero();
    assertThat(site.as("beto").post(PAPER, "code", "001-002", "language", "es").location())
        .as("the same number leads to the same sheet")
        .isEqualTo(paper);
  }

  @Test
  void nobodyKeysTwiceSeesTheOtherOrComesThird() {
    String paper = begun("001-001");
    key("beto", paper, "34");
    assertThat(site.as("beto").post(paper + "/keyings").status()).isEqualTo(303);
    assertThat(site.as("beto").get(paper + "/pages/1").status()).isEqualTo(409);
    assertThat(site.as("dora").get(paper + "/pages/1").status()).isEqualTo(404);
    assertThat(site.as("dora").get(paper).main()).doesNotContain("34");
    site.as("dora").post(paper + "/keyings");
    assertThat(site.as("dora").get(paper + "/pages/1").text()).doesNotContain("value=\"34\"");
    assertThat(site.as("raul").post(paper + "/keyings").status()).isEqualTo(403);
    assertThat(site.as("ana").post(paper + "/keyings").status()).isEqualTo(403);
    assertThat(site.as("ana").post(paper + "/completion").status()).isEqualTo(403);
    assertThat(site.as("ana").post(paper + "/settlement").status()).isEqualTo(403);
    assertThat(site.as("ana").post(PAPER, "code", "001-002").status()).isEqualTo(403);
    assertThat(site.as("ana").post(paper + "/pages/1").status()).isEqualTo(403);
  }

  @Test
  void aSheetWithoutCardIsAVolunteers() {
    assertThat(site.as("beto").post(PAPER, "code", "099-001", "language", "es").errors())
        .contains("no card with this number");
    assertThat(site.as("beto").post(PAPER, "code", "A-7", "language", "es").errors())
        .contains("Choose the municipality");
    String paper =
        site.as("beto").post(PAPER, "code", "A-7", "place", "15054", "language", "es").location();
    key("beto", paper, "50");
    key("dora", paper, "50");
    site.as("beto").post(paper + "/settlement");
    assertThat(
            database
                .sql(
                    "select answers ->> 'place' from studies.submission where stream = 'volunteer' and mode = 'paper'")
                .get(String.class))
        .isEqualTo("15054");
  }

  @Test
  void whatCannotBeFinishedIsSaid() {
    String paper = begun("001-001");
    site.as("beto").post(paper + "/keyings");
    var unfinished = site.as("beto").post(paper + "/completion");
    assertThat(unfinished.status()).isEqualTo(422);
    assertThat(unfinished.page().select(".error-summary a[href*=from]")).hasSize(3);
  }
}
