package cabildo.app.demo;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// The answers of one report, to the questions that its form asks.
final class LoadAnswers {
  private final World world;
  private final UUID reportId;
  private final Item form;
  private final Instant at;
  private final History.Hand hand;

  LoadAnswers(World world, UUID reportId, Item form, Instant at, History.Hand hand) {
    this.world = world;
    this.reportId = reportId;
    this.form = form;
    this.at = at;
    this.hand = hand;
  }

  void load(Item report) {
    Item answers = report.get("answers");
    Map<String, LocalText> lessons = lessons(report);
    form.items("sections").stream()
        .flatMap(section -> section.items("questions").stream())
        .filter(question -> isAsked(question, answers))
        .forEach(question -> {
          String id = question.text("id");
          answers.at(id).ifPresent(answer -> answer(id, answer));
          Optional.ofNullable(lessons.get(id)).ifPresent(text -> write(id, Json.node(text)));
        });
    lessonEvidence(report);
    report
        .at("carryForward")
        .ifPresent(carried -> write("q3_carry_forward", carried.get("decision").node()));
  }

  private static boolean isAsked(Item question, Item answers) {
    return question
        .at("when")
        .map(when ->
            answers
                .at(when.text("question"))
                .flatMap(answer -> answer.at("choice"))
                .filter(choice -> choice.node().asString().equals(when.text("is")))
                .isPresent())
        .orElse(true);
  }

  private void answer(String question, Item answer) {
    answer.at("choice").ifPresent(choice -> write(question, choice.node()));
    answer.at("many").ifPresent(many -> write(question, many.node()));
    if (answer.has("text")) {
      write(question, Json.node(answer.words("text")));
    }
    prove(question, new HashSet<>(answer.texts("evidence")));
  }

  private void write(String question, JsonNode value) {
    world
        .row("reports.answer")
        .with("report_id", reportId)
        .with("question", question)
        .with("value", value)
        .with("version", 1)
        .with("answered_at", at)
        .with("answered_by", hand.id())
        .with("answered_by_name", hand.name());
  }

  private void prove(String question, Set<String> items) {
    for (String item : items) {
      world
          .row("reports.answer_evidence")
          .with("report_id", reportId)
          .with("question", question)
          .with("item_id", world.id(item));
    }
  }

  /// Lessons of one type are one answer, with whom each is addressed to.
  private Map<String, LocalText> lessons(Item report) {
    Map<String, LocalText> byQuestion = new LinkedHashMap<>();
    for (Item lesson : report.items("lessons")) {
      byQuestion.merge(
          question(lesson),
          addressed(lesson),
          (one, other) -> Optional.ofNullable(World.together(one, other)).orElseThrow());
    }
    return byQuestion;
  }

  private void lessonEvidence(Item report) {
    report.items("lessons").stream()
        .map(LoadAnswers::question)
        .distinct()
        .forEach(question ->
            prove(
                question,
                report.items("lessons").stream()
                    .filter(lesson -> question(lesson).equals(question))
                    .flatMap(lesson -> lesson.texts("evidence").stream())
                    .collect(java.util.stream.Collectors.toSet())));
  }

  private static String question(Item lesson) {
    return "q3_" + lesson.text("type");
  }

  private LocalText addressed(Item lesson) {
    LocalText text = lesson.words("text");
    LocalText addressee = world.name(lesson.text("addressee"));
    Map<String, String> texts = new LinkedHashMap<>();
    for (String lang : List.copyOf(text.texts().keySet())) {
      texts.put(
          lang,
          text.texts().get(lang) + " – " + addressee.in(new cabildo.kernel.Lang(lang)).text());
    }
    return new LocalText(text.original(), texts);
  }
}
