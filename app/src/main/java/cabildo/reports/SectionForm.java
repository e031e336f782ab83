package cabildo.reports;

import cabildo.db.Json;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.reports.FormDefinition.Question;
import cabildo.reports.FormDefinition.Section;
import cabildo.web.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// The answers typed on one section's page.
///
/// @param values by question; a null node takes an answer back
/// @param evidence items by numbered question
record SectionForm(Map<String, JsonNode> values, Map<String, List<UUID>> evidence) {

  /// @param mustBeWhole whether a required answer that is empty is a fault
  static SectionForm read(Form form, Section section, Draft draft, boolean mustBeWhole) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    Map<String, List<UUID>> evidence = new LinkedHashMap<>();
    for (Question question : section.questions()) {
      if (question.evidence()) {
        evidence.put(question.id(), items(form, question));
      }
      if (question.type() != QuestionType.EVIDENCE) {
        JsonNode value = value(form, question, draft);
        values.put(question.id(), value);
        if (mustBeWhole && question.required() && value.isNull() && isAsked(form, question)) {
          form.refuse(
              question.id(),
              "reports.answer.needed." + question.type().code(),
              number(section, question));
        }
      }
    }
    return new SectionForm(values, evidence);
  }

  private static boolean isAsked(Form form, Question question) {
    return question.when() == null
        || form.value(question.when().question()).equals(question.when().is());
  }

  /// The number by which people know it: its own, or that of the question that it follows.
  private static String number(Section section, Question question) {
    return section.questions().stream()
        .filter(other -> other.id().equals(question.leadingId()))
        .map(Question::number)
        .flatMap(number -> Optional.ofNullable(number).stream())
        .findFirst()
        .orElse("");
  }

  private static JsonNode value(Form form, Question question, Draft draft) {
    return switch (question.type()) {
      case CHOICE -> choice(form, question);
      case MANY -> many(form, question);
      case TEXT -> text(form, question, draft);
      case EVIDENCE -> NullNode.getInstance();
    };
  }

  private static JsonNode choice(Form form, Question question) {
    String code = form.value(question.id());
    if (code.isEmpty()) {
      return NullNode.getInstance();
    }
    if (question.option(code).isEmpty()) {
      form.refuse(question.id(), "reports.answer.noSuchOption");
    }
    return Json.mapper().getNodeFactory().stringNode(code);
  }

  private static JsonNode many(Form form, Question question) {
    var codes = Json.mapper().createArrayNode();
    for (String code : form.values(question.id())) {
      if (question.option(code).isEmpty()) {
        form.refuse(question.id(), "reports.answer.noSuchOption");
      }
      codes.add(code);
    }
    return codes.isEmpty() ? NullNode.getInstance() : codes;
  }

  /// A text that changed loses its translations: they would no longer say the same.
  private static JsonNode text(Form form, Question question, Draft draft) {
    Optional<String> typed = form.optionalText(question.id(), question.most());
    if (typed.isEmpty()) {
      return NullNode.getInstance();
    }
    Lang lang = new Lang(draft.report().originalLanguage());
    Optional<LocalText> kept = draft.sheet().text(question.id());
    if (kept.isPresent() && kept.get().asWritten().text().equals(typed.get())) {
      return Json.node(kept.get());
    }
    return Json.node(LocalText.of(lang, typed.get()));
  }

  private static List<UUID> items(Form form, Question question) {
    return form.values("evidence_" + question.id()).stream()
        .flatMap(id -> Ids.read(id).stream())
        .toList();
  }

  /// The questions that somebody saved otherwise after this page was opened.
  List<Question> newerThanSeen(Form form, Section section, Map<String, GivenAnswer> given) {
    return section.questions().stream()
        .filter(question ->
            Optional.ofNullable(given.get(question.id()))
                .filter(saved -> isNewer(form, saved))
                .isPresent())
        .toList();
  }

  private boolean isNewer(Form form, GivenAnswer saved) {
    String seen = form.value("seen_" + saved.question());
    boolean isSame = saved.value().equals(values.get(saved.question()));
    return !isSame && !seen.equals(String.valueOf(saved.version()));
  }
}
