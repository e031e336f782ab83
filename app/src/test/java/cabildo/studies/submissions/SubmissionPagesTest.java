package cabildo.studies.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.files.Vault;
import cabildo.kernel.Lang;
import cabildo.studies.Stream;
import cabildo.studies.collection.CitizenSide;
import cabildo.studies.collection.FieldStudy;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@PagesTest
@Import(FieldStudy.class)
class SubmissionPagesTest {
  private static final String LIST = FieldStudy.PATH + "/submissions";
  private static final String CSV = LIST + "/submissions.csv";

  @Autowired Site site;
  @Autowired MockMvc web;
  @Autowired FieldStudy field;
  @Autowired Submissions submissions;
  @Autowired Attachments attachments;
  @Autowired Vault vault;
  @Autowired Database database;

  @Test
  void anOfficerFindsWhatCameInByWhatIsKnownOfIt() {
    CitizenSide side = field.open();
    long phone = accept(side, "a", 1, Map.of("identity/age", "40"), null);
    accept(side, "b", null, Map.of("identity/age", "41"), null);
    attachments.receive(phone, List.of("a.jpg"), List.of(), true);
    var all = site.as("beto").get(LIST);
    assertThat(all.main()).contains("2 answers.", "Toluca 1", "Field phone · Probability sample");
    assertThat(site.as("beto").get(LIST + "?flag=missing_file").main()).contains("One answer.");
    assertThat(site.as("beto").get(LIST + "?stream=volunteer").main()).contains("One answer.");
    assertThat(site.as("beto").get(LIST + "?unit=1&collector=Norte&review=none").main())
        .contains("One answer.");
    assertThat(site.as("beto").get(LIST + "?review=approved").main()).contains("No answer matches");
    assertThat(site.as("beto").get(LIST + "?replaced=yes").main()).contains("No answer matches");
    assertThat(site.as("beto").get(LIST + "?unit=x&mode=%00&before=-1").status()).isIn(200, 422);
  }

  @Test
  void aListGoesOnWhereThePageEnded() {
    CitizenSide side = field.open();
    for (int i = 0; i < 51; i++) {
      accept(side, "n" + i, 1, Map.of("identity/age", "40"), null);
    }
    var first = site.as("beto").get(LIST);
    assertThat(first.page().select("tbody tr")).hasSize(50);
    var next = site.as("beto").get(first.page().select("nav.pages a").attr("href"));
    assertThat(next.page().select("tbody tr")).hasSize(1);
    assertThat(next.page().select("nav.pages")).isEmpty();
  }

  @Test
  void anAnswerIsReadInTheWordsOfItsForm() {
    CitizenSide side = field.open();
    long id =
        accept(
            side,
            "a",
            1,
            Map.of("identity/sex", "f", "access/means", "web office", "nobody/knows", "x"),
            null);
    var page = site.as("beto").get(LIST + "/" + id);
    assertThat(page.main()).contains("Sex", "Woman", "Web page, Office", "nobody/knows", "Toluca");
    assertThat(site.as("beto").get(LIST + "/999999").status()).isEqualTo(404);
  }

  @Test
  void aReviewerSaysWhyAndTheHistoryRemembersIt() {
    CitizenSide side = field.open();
    long id = accept(side, "a", 1, Map.of("identity/sex", "f"), null);
    String reviews = LIST + "/" + id + "/reviews";
    assertThat(site.as("beto").post(reviews, "state", "rejected").errors())
        .contains("Write the reason");
    assertThat(site.as("beto").post(reviews, "note", "x").errors()).contains("Choose a decision");
    assertThat(site.as("beto").post(reviews, "state", "rejected", "note", "Inventada").status())
        .isEqualTo(303);
    assertThat(site.as("beto").get(LIST + "/" + id).main())
        .contains("does not count", "rejected it", "Inventada");
    assertThat(site.as("beto").post(reviews, "state", "approved").status()).isEqualTo(303);
    assertThat(site.as("beto").get(LIST + "?review=approved").main()).contains("One answer.");
  }

  @Test
  void whatAnEditReplacedIsNotReviewed() {
    CitizenSide side = field.open();
    long old = accept(side, "a", 1, Map.of("identity/sex", "f"), null);
    accept(side, "b", 1, Map.of("identity/sex", "m"), "a");
    assertThat(site.as("beto").post(LIST + "/" + old + "/reviews", "state", "approved").status())
        .isEqualTo(409);
    assertThat(site.as("beto").get(LIST + "/" + old).main()).contains("An edit replaced it");
    assertThat(site.as("beto").get(LIST).main()).contains("One answer.", "Edited");
  }

  @Test
  void onlyTheOfficerOfTheStudySeesAnswers() {
    CitizenSide side = field.open();
    long id = accept(side, "a", 1, Map.of("identity/sex", "f"), null);
    for (String who : List.of("ana", "carla", "elena", "iris", "sofia")) {
      assertThat(site.as(who).get(LIST).status()).isEqualTo(403);
      assertThat(site.as(who).get(LIST + "/" + id).status()).isEqualTo(403);
      assertThat(site.as(who).get(CSV).status()).isEqualTo(403);
      assertThat(site.as(who).post(LIST + "/" + id + "/reviews", "state", "approved").status())
          .isEqualTo(403);
    }
    assertThat(site.asVisitor().get(LIST).status()).isEqualTo(303);
  }

  @Test
  void filesComeWithTheAnswerAndAreFlaggedWhenNobodyAskedForThem() {
    CitizenSide side = field.open();
    long id = accept(side, "a", 1, Map.of("access/photo", "foto.txt"), null);
    attachments.receive(id, List.of("foto.txt"), List.of(), true);
    assertThat(site.as("beto").get(LIST + "/" + id).main()).contains("has not arrived");
    attachments.receive(id, List.of("foto.txt"), List.of(file("foto.txt"), file("otra.txt")), true);
    var page = site.as("beto").get(LIST + "/" + id);
    assertThat(page.main())
        .contains("“otra.txt” arrived, and no question mentions it")
        .doesNotContain("has not arrived");
    assertThat(site.as("beto").get(LIST + "/" + id + "/attachments/foto.txt").text())
        .isEqualTo("foto.txt");
    assertThat(site.as("beto").get(LIST + "/" + id + "/attachments/no.txt").status())
        .isEqualTo(404);
  }

  @Test
  void theTableHasTheShapeThatUsersOfCentralKnow() {
    CitizenSide side = field.open();
    Map<String, String> answers = new HashMap<>();
    answers.put("identity/age", "40");
    answers.put("access/means", "web office");
    answers.put("access/where", "19.29 -99.65 2600 5");
    answers.put("requests[1]/topic", "=1+1");
    answers.put("requests[2]/topic", "Obras, \"calles\"");
    accept(side, "a", 1, Map.of("identity/age", "39"), null);
    accept(side, "b", 1, answers, "a");
    List<String> lines = site.as("beto").get(CSV).text().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst())
        .startsWith("SubmissionDate,start,end,consent,place,identity-sex,identity-age,")
        .contains("access-where-Latitude,access-where-Longitude,access-where-Altitude,")
        .contains("meta-instanceID,KEY,SubmitterID,SubmitterName,AttachmentsPresent,")
        .doesNotContain("topic");
    assertThat(lines.get(1))
        .contains(",web office,", ",19.29,-99.65,2600,5,", ",b,a,Norte,Norte,0,0,,edited,")
        .endsWith(",1,1,probability,phone,1,,");
    assertThat(site.as("beto").get(CSV + "?split=yes").text())
        .contains("access-means,access-means/web,access-means/office,access-means/phone,")
        .contains(",web office,1,1,0,");
    assertThat(site.as("beto").get(CSV + "?group=requests").text())
        .isEqualTo(
            """
            topic,days,PARENT_KEY,KEY
            '=1+1,,a,a/requests[1]
            "Obras, ""calles""\",,a,a/requests[2]
            """);
    assertThat(site.as("beto").get(CSV + "?group=nothing").status()).isEqualTo(404);
  }

  @Test
  void theTableIsCompressedForWhoeverAsks() throws Exception {
    CitizenSide side = field.open();
    accept(side, "a", 1, Map.of("identity/age", "40"), null);
    var response =
        web.perform(
                MockMvcRequestBuilders.get(CSV)
                    .header("Accept-Encoding", "gzip")
                    .with(
                        cabildo.accounts.Signed.in(
                            people.findByEmail("beto@example.org").orElseThrow())))
            .andReturn()
            .getResponse();
    assertThat(response.getHeader("Content-Encoding")).isEqualTo("gzip");
    assertThat(unpacked(response.getContentAsByteArray())).contains("SubmissionDate", "40");
  }

  @Autowired cabildo.accounts.People people;

  private static String unpacked(byte[] bytes) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Vault.Kept file(String name) {
    var bytes = new ByteArrayInputStream(name.getBytes(StandardCharsets.UTF_8));
    return vault.keep(name, bytes).kept();
  }

  private long accept(
      CitizenSide side,
      String instance,
      @Nullable Integer unit,
      Map<String, String> answers,
      @Nullable String replaces) {
    var submission =
        new NewSubmission(
            side.component().id(),
            unit == null ? Stream.VOLUNTEER : Stream.PROBABILITY,
            Mode.PHONE,
            instance,
            unit,
            null,
            null,
            Lang.ES,
            Instant.parse("2026-01-01T10:00:00Z"),
            Instant.parse("2026-01-01T10:05:00Z"),
            unit == null ? null : "Norte",
            "device",
            null,
            answers,
            replaces);
    return ((Receipt.Accepted) submissions.accept(submission)).id();
  }
}
