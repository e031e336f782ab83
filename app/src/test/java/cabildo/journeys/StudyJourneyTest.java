package cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Database;
import cabildo.instruments.Instruments;
import cabildo.instruments.Versions;
import cabildo.studies.submissions.FoldSubmissions;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A study from its question to its verdict: an officer plans, registers, draws and invites;
/// somebody answers on a phone without script; fieldwork closes, and the page says what may be
/// concluded.
@JourneyTest
class StudyJourneyTest {
  private static final String PASSWORD = "gobierno-abierto";
  private static final String STUDY = "/en/studies/que-encuentra-la-gente";
  private static final String SEED = "bolas 4 8 2 1 3 del sorteo";

  @LocalServerPort int port;
  @Autowired Database database;
  @Autowired Instruments instruments;
  @Autowired Versions versions;
  @Autowired FoldSubmissions fold;

  @Test
  void aStudyIsPromisedDrawnAnsweredOnAPhoneAndJudged() {
    String code;
    try (var beto = new Traveller(port, true, false)) {
      beto.signIn("beto", PASSWORD);
      begin(beto);
      plan(beto);
      draw(beto);
      code = invite(beto);
    }
    try (var visitor = new Traveller(port, true, false)) {
      visitor.open(STUDY + "/plan").sees("When a figure will be conclusive");
      visitor.open(STUDY + "/draw").sees("./cabildo statistics draw frame.csv");
    }
    try (var citizen = new Traveller(port, false, true)) {
      answer(citizen, code);
    }
    fold.foldAll();
    try (var beto = new Traveller(port, true, false)) {
      beto.signIn("beto", PASSWORD);
      beto.open(STUDY + "/office").press("Close fieldwork");
      beto.press("Publish the results");
    }
    try (var visitor = new Traveller(port, true, true)) {
      visitor.open("/en/studies").sees("1 of 125 municipalities");
      visitor.follow("Qué encuentra la gente").sees("Not published, to protect those who answered");
    }
  }

  private void begin(Traveller beto) {
    beto.open("/en/studies/new");
    beto.type("titleEs", "Qué encuentra la gente");
    beto.type("questionEs", "¿Qué encuentra la gente cuando busca información de su municipio?");
    beto.page().selectOption("#territory", "" + id("15"));
    beto.press("Begin").sees("Choose whom to ask");
    UUID version = versions.find(instruments.get("opening-citizens").id(), 1).orElseThrow().id();
    beto.choose("perspective", "citizen");
    beto.page().selectOption("#version", version.toString());
    beto.press("Add");
    beto.follow("Publish the privacy notice").press("Publish this version");
  }

  private static void plan(Traveller beto) {
    beto.open(STUDY + "/plan").sees("What each promise costs");
    beto.type("persons", "Manzanas, viviendas y personas al azar, con sustitución prohibida.");
    beto.type("seedCommitment", SEED);
    beto.press("Register the plan").sees("is the SHA-256 of the seed");
  }

  private static void draw(Traveller beto) {
    beto.open(STUDY + "/office").follow("Draw the sample");
    beto.type("seed", SEED).press("Draw").sees("40 municipalities were drawn");
    beto.open(STUDY + "/office").press("Open fieldwork");
  }

  private static String invite(Traveller beto) {
    beto.open(STUDY + "/invitations").follow("Print cards");
    beto.page().selectOption("#unit", "0");
    beto.type("count", "2").press("Make the cards");
    return beto.page().locator(".card .code").first().innerText().strip();
  }

  /// The first choice of every question, page by page.
  private static void answer(Traveller citizen, String code) {
    citizen.open("/en/answers?code=" + code.replace(" ", "%20"));
    citizen.choose("consent", "yes").press("Continue");
    for (int page = 0; page < 8 && !citizen.path().endsWith("/check"); page++) {
      for (Locator question : questions(citizen)) {
        question.locator("input[type=radio]").first().check();
      }
      citizen.press("Continue");
    }
    citizen.press("Send my answers").sees("Thank you");
    assertThat(citizen.path()).endsWith("/receipt");
  }

  private static List<Locator> questions(Traveller citizen) {
    return citizen
        .page()
        .locator("fieldset")
        .filter(new Locator.FilterOptions().setHas(citizen.page().locator("input[type=radio]")))
        .all();
  }

  private UUID id(String code) {
    return database
        .sql("select id from members.territory where code = :code")
        .with("code", code)
        .get(UUID.class);
  }
}
