package cabildo.reports;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import cabildo.reports.FormDefinition.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The answers of a report, by question.
///
/// @param values a string for a choice, a list of strings for many, a text in its languages
public record AnswerSheet(Map<String, JsonNode> values) {

  public AnswerSheet {
    values = Map.copyOf(values);
  }

  /// The code of the option chosen; empty when none was.
  public String choice(String question) {
    JsonNode value = values.get(question);
    return value != null && value.isString() ? value.asString() : "";
  }

  public List<String> many(String question) {
    List<String> codes = new ArrayList<>();
    JsonNode value = values.get(question);
    if (value != null && value.isArray()) {
      value.forEach(code -> codes.add(code.asString()));
    }
    return codes;
  }

  public Optional<LocalText> text(String question) {
    return Optional.ofNullable(values.get(question)).filter(JsonNode::isObject).map(Json::text);
  }

  public boolean has(String question) {
    return values.containsKey(question);
  }

  /// Whether the question is asked at all, given the other answers.
  public boolean isAsked(Question question) {
    FormDefinition.When when = question.when();
    return when == null || choice(when.question()).equals(when.is());
  }

  /// The questions that must be answered and are not.
  public List<Question> missing(FormDefinition form) {
    return form.questions().stream()
        .filter(Question::required)
        .filter(this::isAsked)
        .filter(question -> !has(question.id()))
        .toList();
  }
}
