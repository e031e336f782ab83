package cabildo.studies.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PagesTest
@Import(FieldStudy.class)
class ImportPagesTest {
  private static final String IMPORTS = FieldStudy.PATH + "/imports";
  private static final String HEADER =
      "unit,municipality,consent,identity/sex,identity/age,access-asked,access/since\n";

  @Autowired Site site;
  @Autowired FieldStudy field;
  @Autowired Database database;

  @BeforeEach
  void aStudyInTheField() {
    field.open();
  }

  private Site.Seen upload(byte[] bytes, String stream) {
    return site.as("beto").upload(IMPORTS, "file", "respuestas.csv", bytes, "stream", stream);
  }

  private String uploaded(String text) {
    var seen = upload(text.getBytes(StandardCharsets.UTF_8), "probability");
    assertThat(seen.status()).as(seen.errors()).isEqualTo(303);
    return seen.location();
  }

  private long answers() {
    return database.sql("select count(*) from studies.submission where mode = 'file'").count();
  }

  @Test
  void aGoodFileIsReadThenTakenAndTheSameFileAgainBringsNothing() {
    String text = HEADER + "1,15106,yes,f,34,no,2022-05-31\n15054,15054,yes,m,40,no,\n";
    String file = uploaded(text);
    assertThat(site.as("beto").get(file).main()).contains("No answer has been kept yet");
    assertThat(answers()).isZero();

    assertThat(site.as("beto").post(file + "/submissions", "lines", "all").status()).isEqualTo(303);
    assertThat(site.as("beto").get(file).main()).contains("2 new answers came in");
    assertThat(answers()).isEqualTo(2);
    assertThat(
            database
                .sql(
                    "select answers ->> 'place' from studies.submission where unit = 2 and mode = 'file'")
                .get(String.class))
        .isEqualTo("15054");
    assertThat(site.as("beto").post(file + "/submissions", "lines", "all").status()).isEqualTo(409);

    String again = uploaded(text);
    assertThat(site.as("beto").get(again).main()).contains("Of these, were there before 2");
    site.as("beto").post(again + "/submissions", "lines", "all");
    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void twoPeopleWhoAnsweredAlikeAreTwo() {
    String file = uploaded(HEADER + "1,,yes,f,34,no,\n1,,yes,f,34,no,\n");
    site.as("beto").post(file + "/submissions", "lines", "all");
    assertThat(answers()).isEqualTo(2);
  }

  @Test
  void everyFaultNamesLineColumnAndReason() {
    String file =
        uploaded(
            HEADER.replace("\n", ",color\n")
                + "1,,yes,f,12,no,,\n"
                + "9,,yes,x,34,no,44712,\n"
                + "1,,yes,f,2-ene,,31/05/2022,\n"
                + "2,,yes,m,50,no,,\n");
    var page = site.as("beto").get(file);
    var rows = page.page().select("section table tbody tr").eachText();
    assertThat(rows)
        .anySatisfy(row -> assertThat(row).contains("1 color", "no such question"))
        .anySatisfy(row -> assertThat(row).contains("2 identity/age", "must be between 18"))
        .anySatisfy(row -> assertThat(row).contains("3 unit", "“9” is no unit"))
        .anySatisfy(row -> assertThat(row).contains("3 identity/sex", "none of the choices: f, m"))
        .anySatisfy(
            row -> assertThat(row).contains("3 access/since", "count of days", "2022-05-31"))
        .anySatisfy(row -> assertThat(row).contains("4 identity/age", "took the value for a date"))
        .anySatisfy(row -> assertThat(row).contains("4 access-asked", "missing"))
        .anySatisfy(row -> assertThat(row).contains("4 access/since", "write 2022-05-31"));
    assertThat(rows).noneSatisfy(row -> assertThat(row).startsWith("5 "));
  }

  @Test
  void nothingIsTakenUntilOnlyTheGoodLinesAreChosenAndTheRestIsKeptWithReasons() {
    String file = uploaded(HEADER + "1,,yes,f,12,no,\n2,,yes,m,50,no,\n");
    var refused = site.as("beto").post(file + "/submissions", "lines", "all");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.errors()).contains("There is a fault");
    assertThat(answers()).isZero();
    assertThat(site.as("beto").get(file + "/refused.csv").status()).isEqualTo(404);

    site.as("beto").post(file + "/submissions", "lines", "good");
    assertThat(answers()).isOne();
    String left = site.as("beto").get(file + "/refused.csv").text();
    assertThat(left.lines().toList())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).startsWith("reason,unit,"))
        .anySatisfy(line -> assertThat(line).contains("identity/age: You must be", ",12,"));
  }

  @Test
  void answersOfVolunteersNeedAMunicipalityAndNoUnit() {
    byte[] text =
        "municipio;consent;identity/sex;identity/age;access/asked\n15054;yes;f;30;no\n1;yes;f;30;no\n"
            .getBytes(Charset.forName("windows-1252"));
    String file = upload(text, "volunteer").location();
    assertThat(site.as("beto").get(file).main()).contains("not the code of any municipality");
    site.as("beto").post(file + "/submissions", "lines", "good");
    assertThat(
            database
                .sql(
                    "select count(*) from studies.submission where stream = 'volunteer' and mode = 'file'")
                .count())
        .isOne();
  }

  @Test
  void whatIsNoTableIsRefusedBesideTheField() {
    assertThat(upload(new byte[] {0, 0, 1}, "probability").errors()).contains("is no text");
    assertThat(upload("a,a\n1,2\n".getBytes(StandardCharsets.UTF_8), "probability").errors())
        .contains("there twice");
    assertThat(upload("a\n1\n".getBytes(StandardCharsets.UTF_8), "many").errors())
        .contains("Choose how these people");
    assertThat(site.as("beto").post(IMPORTS, "stream", "volunteer").errors())
        .contains("Choose a file");
  }

  @Test
  void onlyTheOfficerBringsFilesIn() {
    String file = uploaded(HEADER + "1,,yes,f,34,no,\n");
    assertThat(site.as("ana").get(IMPORTS).status()).isEqualTo(403);
    assertThat(site.as("ana").post(IMPORTS).status()).isEqualTo(403);
    assertThat(site.as("ana").post(file + "/submissions", "lines", "all").status()).isEqualTo(403);
    assertThat(site.asVisitor().post(file + "/submissions", "lines", "all").status())
        .isEqualTo(401);
    assertThat(answers()).isZero();
  }

  @Test
  void noFileIsADefect() {
    var random = new Random(7);
    String signs = "15106,;|\t\"\n\r =#é½\u202e😀abcunitidentity/ageyesno2022-05-31";
    for (int i = 0; i < 60; i++) {
      var text = new StringBuilder(random.nextBoolean() ? HEADER : "");
      for (int n = random.nextInt(300); n > 0; n--) {
        int at =
            signs.offsetByCodePoints(0, random.nextInt(signs.codePointCount(0, signs.length())));
        text.appendCodePoint(signs.codePointAt(at));
      }
      var seen = upload(text.toString().getBytes(StandardCharsets.UTF_8), "probability");
      assertThat(seen.status()).as(text.toString()).isIn(303, 422);
      if (seen.status() == 303) {
        assertThat(site.as("beto").get(seen.location()).status())
            .as(text.toString())
            .isEqualTo(200);
        site.as("beto").post(seen.location() + "/submissions", "lines", "good");
      }
    }
  }
}
