package cabildo.comments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.testing.FixedClock;
import cabildo.testing.PagesTest;
import cabildo.testing.Site;
import cabildo.text.Messages;
import cabildo.web.Assets;
import cabildo.web.Ui;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@PagesTest
@Import(CommentPagesTest.OpenCommitments.class)
class CommentPagesTest {
  private static final String EMAIL = "rosa.montes@example.org";
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  @Autowired Site site;
  @Autowired MockMvc web;
  @Autowired Database database;
  @Autowired Subjects subjects;
  @Autowired Comments comments;
  @Autowired Messages messages;
  @Autowired Assets assets;
  @Autowired Clock clock;
  private Subject about;

  /// Opens commitments, as a capability above opens what it owns.
  @TestConfiguration
  static class OpenCommitments {
    @Bean
    CommentGate commitmentsAreOpen() {
      return new CommentGate() {
        @Override
        public String kind() {
          return "commitment";
        }

        @Override
        public boolean isOpen(Subject about) {
          return !about.path().endsWith("closed");
        }
      };
    }
  }

  @BeforeEach
  void choose() {
    about = subjects.find("/commitments/mxmex0009").orElseThrow();
    ((FixedClock) clock).moveTo(clock.instant().plus(Duration.ofMinutes(20)));
  }

  private Site.Seen leave(String text, String... more) {
    String[] fields = new String[more.length + 8];
    String[] first = {
      "about", about.id().toString(), "name", "Rosa Montes", "email", EMAIL, "text", text
    };
    System.arraycopy(first, 0, fields, 0, 8);
    System.arraycopy(more, 0, fields, 8, more.length);
    return site.asVisitor().postWithoutToken("/es/comments", fields);
  }

  private UUID waiting(String text) {
    return comments.waiting(100).stream()
        .filter(comment -> comment.body().equals(text))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private UUID published(String text) {
    leave(text);
    UUID id = waiting(text);
    site.as("sofia").post("/es/comments/" + id + "/moderation", "decision", "publish");
    return id;
  }

  private Document thread(Lang lang) {
    var ui = new Ui(lang, "", Actor.visitor(""), messages, assets, clock.getZone(), null);
    var html = new StringOutput();
    TEMPLATES.render(
        "cabildo/comments/thread.jte",
        Map.of("ui", ui, "thread", comments.thread(about.id())),
        html);
    return Jsoup.parse(html.toString());
  }

  @Test
  void aReplyWaitsUntilAModeratorHasReadIt() {
    var seen = leave("¿Dónde están las minutas?");
    assertThat(seen.status()).isEqualTo(303);
    assertThat(seen.location()).isEqualTo("/es/comments/received");
    assertThat(site.asVisitor().get(seen.location()).main()).contains("La moderación la leerá");
    assertThat(thread(Lang.ES).text()).contains("Todavía no hay respuestas");
    UUID id = waiting("¿Dónde están las minutas?");
    assertThat(site.asVisitor().get("/es/comments/" + id).status()).isEqualTo(404);
    assertThat(site.as("sofia").get("/es/moderation").main())
        .contains("¿Dónde están las minutas?", "Rosa Montes", "Cultura de gobierno abierto");
    var decided =
        site.as("sofia").post("/es/comments/" + id + "/moderation", "decision", "publish");
    assertThat(decided.location()).isEqualTo("/es/moderation");
    assertThat(thread(Lang.ES).select(".replies").text())
        .contains("Rosa Montes", "¿Dónde están las minutas?");
    assertThat(site.asVisitor().get("/es/comments/" + id).location())
        .isEqualTo("/es/commitments/mxmex0009#reply-" + id);
    assertThat(ledgerLines("comment.published", id)).isEqualTo(1);
  }

  private long ledgerLines(String deed, UUID id) {
    return database
        .sql(
            """
            select count(*) from ledger.entry
             where deed = :deed and subject_id = :id and is_public
            """)
        .with("deed", deed)
        .with("id", id)
        .count();
  }

  @Test
  void theThreadHoldsTheFormWithPrivacyAndATrapAndMarksTheLanguage() {
    published("Primera línea\nsegunda\n\nOtro párrafo <b>");
    Document thread = thread(Lang.EN);
    assertThat(thread.select(".replies .prose[lang=es] p")).hasSize(2);
    assertThat(thread.select(".replies b").eachText()).doesNotContain("");
    assertThat(thread.select("form[action=/en/comments] .trap input")).hasSize(1);
    assertThat(thread.select("form").text()).contains("Leave", "never shown", "erased");
  }

  @Test
  void noEmailIsEverShownToAnybody() {
    UUID first = published("Una pregunta.");
    leave("Otra que espera.");
    UUID second = waiting("Otra que espera.");
    List<String> pages =
        List.of(
            thread(Lang.ES).html(),
            site.as("sofia").get("/es/moderation").text(),
            site.as("sofia").get("/es/comments/" + second + "/moderation").text(),
            site.as("beto").get("/es/comments/" + first + "/answers").text(),
            site.asVisitor()
                .get("/es/comments/new?about=" + about.id() + "&parent=" + first)
                .text());
    assertThat(pages).allSatisfy(page -> assertThat(page).doesNotContain(EMAIL, "@"));
    assertThat(
            database
                .sql("select count(*) from comments.contact where email = :email")
                .with("email", EMAIL)
                .count())
        .isEqualTo(2);
  }

  @Test
  void whatWasTypedComesBackWithTheFaults() {
    var seen = leave("Compre en http://a.mx, http://b.mx y http://c.mx");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("como máximo 2 enlaces en el texto; hay 3");
    assertThat(seen.page().select("textarea").text()).contains("http://c.mx");
    assertThat(seen.page().select("input[name=name]").val()).isEqualTo("Rosa Montes");
    assertThat(seen.page().select("input[name=about]").val()).isEqualTo(about.id().toString());
  }

  @Test
  void aFilledTrapIsRefusedPolitely() {
    var seen = leave("Hola", "website", "http://spam.example");
    assertThat(seen.status()).isEqualTo(422);
    assertThat(seen.errors()).contains("Si usted es una persona");
    assertThat(seen.page().select("input[name=website]").val()).isEmpty();
  }

  @Test
  void theSameTextTwiceIsRefused() {
    assertThat(leave("Lo mismo.").status()).isEqualTo(303);
    assertThat(leave("Lo  mismo. ").errors()).contains("Ya tenemos esta respuesta");
  }

  @Test
  void theSixthReplyWithinTenMinutesWaitsAndKeepsItsText() {
    for (int i = 1; i <= 5; i++) {
      assertThat(leave("Respuesta " + i).status()).isEqualTo(303);
    }
    var sixth = leave("Respuesta 6");
    assertThat(sixth.status()).isEqualTo(429);
    assertThat(sixth.errors()).contains("Espere 10 minutos");
    assertThat(sixth.page().select("textarea").text()).isEqualTo("Respuesta 6");
    ((FixedClock) clock).moveTo(clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(leave("Respuesta 6").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Sec-Fetch-Site, same-origin, 303
          Sec-Fetch-Site, none, 303
          Sec-Fetch-Site, cross-site, 403
          Sec-Fetch-Site, same-site, 403
          Origin, http://localhost, 303
          Origin, https://evil.example, 403
          Origin, null, 403
          X-Nothing, text browser, 303
          """)
  void onlyOurOwnPagesMaySendReplies(String header, String value, int status) throws Exception {
    var request =
        post("/es/comments")
            .header("Host", "localhost")
            .header(header, value)
            .param("about", about.id().toString())
            .param("name", "Rosa")
            .param("text", "Desde " + header + " " + value);
    assertThat(web.perform(request).andReturn().getResponse().getStatus()).isEqualTo(status);
  }

  @Test
  void whatIsNotOpenTakesNoReplies() {
    Subject plan = subjects.find("/plans/edomex-2021-2022").orElseThrow();
    String[] fields = {"about", plan.id().toString(), "name", "Rosa", "text", "Hola"};
    assertThat(site.asVisitor().postWithoutToken("/es/comments", fields).status()).isEqualTo(404);
    assertThat(site.asVisitor().postWithoutToken("/es/comments", "about", "x").status())
        .isEqualTo(404);
    assertThat(leave("Hola", "parent", UUID.randomUUID().toString()).status()).isEqualTo(404);
    assertThat(leave("Hola", "parent", "x").status()).isEqualTo(404);
  }

  @Test
  void aReplyToAReplyJoinsItsConversation() {
    UUID first = published("Pregunta.");
    leave("De acuerdo.", "parent", first.toString());
    UUID second = waiting("De acuerdo.");
    site.as("sofia").post("/es/comments/" + second + "/moderation", "decision", "publish");
    leave("Yo también.", "parent", second.toString());
    UUID third = waiting("Yo también.");
    site.as("sofia").post("/es/comments/" + third + "/moderation", "decision", "publish");
    assertThat(thread(Lang.ES).select("#reply-" + first + " > ol > li")).hasSize(2);
  }

  @Test
  void aReplyIsRejectedWithAReasonAndOnlyOnce() {
    leave("Compre aquí.");
    String path = "/es/comments/" + waiting("Compre aquí.") + "/moderation";
    assertThat(site.as("sofia").get(path).main()).contains("Compre aquí.");
    assertThat(site.as("sofia").post(path).status()).isEqualTo(422);
    assertThat(site.as("sofia").post(path, "decision", "reject").errors())
        .contains("Escriba la razón");
    assertThat(site.as("sofia").post(path, "decision", "reject", "reason", "Publicidad").status())
        .isEqualTo(303);
    assertThat(site.as("sofia").post(path, "decision", "publish").status()).isEqualTo(409);
    assertThat(thread(Lang.ES).text()).doesNotContain("Compre aquí.");
  }

  @Test
  void whoIsNoModeratorMayNotDecide() {
    leave("Hola.");
    String path = "/es/comments/" + waiting("Hola.") + "/moderation";
    assertThat(site.as("elena").post(path, "decision", "publish").status()).isEqualTo(403);
    assertThat(site.as("beto").get("/es/moderation").status()).isEqualTo(403);
    assertThat(site.asVisitor().post(path, "decision", "publish").status()).isEqualTo(401);
    assertThat(site.asVisitor().get("/es/moderation").location()).startsWith("/es/sign-in");
    assertThat(site.as("sofia").post("/es/comments/x/moderation").status()).isEqualTo(404);
  }

  @Test
  void anOrganisationAnswersUnderItsNameAndAtOnce() {
    UUID question = published("¿Cuándo?");
    String path = "/es/comments/" + question + "/answers";
    assertThat(site.as("ana").get(path).main()).contains("¿Cuándo?", "En nombre de");
    assertThat(site.as("ana").post(path, "text", " ").errors()).contains("Escriba su respuesta");
    var done = site.as("ana").post(path, "text", "El 27 de mayo.");
    assertThat(done.status()).isEqualTo(303);
    var answer = thread(Lang.ES).select("#reply-" + question + " > ol.is-official > li");
    assertThat(answer.text())
        .contains("Unidad de Transparencia", "Respuesta oficial", "El 27 de mayo.", "Ana Lucía");
  }

  @Test
  void whoBelongsToNoOrganisationMayNotAnswerForOne() {
    String path = "/es/comments/" + published("¿Y quién responde?") + "/answers";
    assertThat(site.as("sofia").post(path, "text", "x").status()).isEqualTo(403);
    assertThat(site.as("elena").get(path).status()).isEqualTo(403);
    assertThat(site.asVisitor().post(path, "text", "x").status()).isEqualTo(401);
  }
}
