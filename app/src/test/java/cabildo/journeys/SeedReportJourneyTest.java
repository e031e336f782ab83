package cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.reports.AnswerSheet;
import cabildo.reports.Publications;
import cabildo.reports.ReportBody;
import cabildo.reports.Reports;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The path that the seed shows: an evaluator fills in the form with the seed's own answers, meets
/// the findings, justifies them and publishes; a visitor reads it in two languages, opens a term by
/// keyboard and leaves a reply; a moderator publishes the reply.
@JourneyTest
class SeedReportJourneyTest {
  private static final String PASSWORD = "gobierno-abierto";

  @LocalServerPort int port;
  @Autowired Reports reports;
  @Autowired Publications publications;

  private AnswerSheet seed() {
    return Json.mapper()
        .treeToValue(
            publications.of(reports.get("mxmex0009-end-of-commitment").id()).getFirst().body(),
            ReportBody.class)
        .sheet();
  }

  @ParameterizedTest(name = "with script: {0}, on a phone: {1}")
  @CsvSource({"true,false", "false,true"})
  void theSeedsAnswersArePublishedBesideTheirFindings(boolean withScript, boolean onAPhone) {
    String report;
    try (var iris = new Traveller(port, withScript, onAPhone)) {
      iris.signIn("iris", PASSWORD);
      report = begin(iris);
      answer(iris, seed());
      declare(iris, report);
      publish(iris, report);
    }
    String reply = "A reply from a visitor, with script: " + withScript;
    try (var visitor = new Traveller(port, withScript, onAPhone)) {
      visitor.open("/es" + report).sees("Según lo planeado, contra las fechas");
      visitor.open("/en" + report).sees("complete");
      visitor.sees("The stages count here, not the milestones.");
      openATermByKeyboard(visitor);
      visitor.open("/en" + report);
      leaveAReply(visitor, reply);
    }
    try (var sofia = new Traveller(port, withScript, onAPhone)) {
      sofia.signIn("sofia", PASSWORD);
      sofia.open("/en/moderation").sees(reply);
      sofia
          .page()
          .locator("li", new Page.LocatorOptions().setHasText(reply))
          .last()
          .locator("button")
          .first()
          .click();
    }
    try (var visitor = new Traveller(port, withScript, onAPhone)) {
      visitor.open("/en" + report).sees(reply);
    }
  }

  /// Its tip shows when the link has the focus, and Enter opens its page; neither needs script.
  private static void openATermByKeyboard(Traveller visitor) {
    Locator term = visitor.page().locator("a.term").first();
    term.focus();
    assertThat(term.getAttribute("data-tip")).isNotBlank();
    assertThat(visitor.page().locator("main").innerText())
        .as("a tip is never part of the text")
        .doesNotContain(term.getAttribute("data-tip"));
    visitor.page().keyboard().press("Enter");
    visitor.page().waitForURL("**/glossary/**");
    visitor.sees("Action plan");
  }

  private static void leaveAReply(Traveller visitor, String reply) {
    visitor.type("name", "Lucía").type("email", "lucia@example.org").type("text", "");
    visitor.press("Send reply").sees("There is a problem");
    visitor.type("text", reply).press("Send reply");
    assertThat(visitor.path()).isEqualTo("/en/comments/received");
  }

  private static String begin(Traveller iris) {
    iris.open("/en/reports/new?commitment=mxmex0009").press("Begin the draft");
    String report = iris.path().replaceFirst("^/en", "").replaceFirst("/draft$", "");
    iris.type("periodFrom", "2022-01-01")
        .type("periodTo", "2023-09-30")
        .type("assessedOn", "2022-05-20")
        .press("Save and continue");
    return report;
  }

  /// Version 2 of the form asks more than the seed answered: its own additions are answered
  /// plainly.
  private static void answer(Traveller iris, AnswerSheet seed) {
    iris.choose("q1_1", seed.choice("q1_1"));
    text(iris, seed, "q1_1_explanation", "q1_2", "q1_3_explanation");
    iris.choose("q1_3", seed.choice("q1_3"));
    iris.press("Save and continue").sees("There is a problem").sees("1.3: choose an answer");
    iris.choose("q1_3_scope", "changed").choose("q1_3_time", "late").press("Save and continue");

    for (String opening : List.of("q2_1_1", "q2_1_2", "q2_1_3")) {
      iris.choose(opening, seed.choice(opening));
      iris.choose(opening + "_effects", "channels");
      iris.choose(opening + "_degree", seed.choice(opening + "_degree"));
      iris.type(opening + "_before_after", "It is not said.");
      text(iris, seed, opening + "_narrative");
    }
    iris.choose("q2_2", seed.choice("q2_2"));
    text(iris, seed, "q2_2_explanation");
    iris.press("Save and continue");

    text(iris, seed, "q3");
    iris.choose("q3_carry_forward", "yes").press("Save and continue");
  }

  private static void text(Traveller iris, AnswerSheet seed, String... questions) {
    for (String question : questions) {
      iris.type(question, seed.text(question).orElseThrow().in(Lang.EN).text());
    }
  }

  private static void declare(Traveller iris, String report) {
    iris.open("/en" + report + "/draft/evaluators");
    iris.type("affiliation", "Observatory (invented)")
        .type("independence", "No links to those who carry the commitment.")
        .choose("truth", "yes")
        .press("Declare");
  }

  private static void publish(Traveller iris, String report) {
    iris.open("/en" + report + "/draft/answers").sees("Consistency review");
    iris.press("Publish the report").sees("Publication waits for: C1, C2, C3, C9");
    for (String finding :
        List.of("C1-q1-1", "C2-q1-3", "C3-q2-1-1", "C3-q2-1-2", "C3-q2-1-3", "C9")) {
      iris.type("justification-" + finding, "The stages count here, not the milestones.");
      iris.page().locator("form[action$='/findings/" + finding + "'] button").click();
    }
    iris.press("Publish the report").sees("The report is published");
  }
}
