package cabildo.reports;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import cabildo.reports.FormDefinition.Option;
import cabildo.reports.FormDefinition.Question;
import cabildo.reports.FormDefinition.Section;
import cabildo.reports.FormDefinition.When;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads a form definition and refuses one that cannot be asked, with the place and the reason.
final class ReadFormDefinition {
  private static final int DEFAULT_MOST = 4000;

  private final Map<String, Question> known = new HashMap<>();

  private ReadFormDefinition() {}

  /// What is wrong with a definition, and where: `line 12: …` or `section 2, question q2_1: …`.
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String where, String reason) {
      super(where + ": " + reason);
    }
  }

  /// Refuses with a `Fault`.
  static FormDefinition read(String json) {
    JsonNode node;
    try {
      node = Json.read(json);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Fault("line " + (at == null ? 1 : at.getLineNr()), e.getOriginalMessage());
    }
    return new ReadFormDefinition().form(node);
  }

  private FormDefinition form(JsonNode node) {
    List<Section> sections = new ArrayList<>();
    for (JsonNode section : list(node, "sections", "form")) {
      sections.add(section(section, "section " + (sections.size() + 1)));
    }
    if (sections.isEmpty()) {
      throw new Fault("form", "it has no sections");
    }
    return new FormDefinition(
        word(node, "kind", "form"),
        number(node, "version", "form"),
        date(node, "effectiveOn", "form"),
        text(node, "title", "form"),
        sections);
  }

  private Section section(JsonNode node, String where) {
    List<Question> questions = new ArrayList<>();
    for (JsonNode question : list(node, "questions", where)) {
      Question read = question(question, where);
      if (known.put(read.id(), read) != null) {
        throw new Fault(where + ", question " + read.id(), "the id is used twice");
      }
      questions.add(read);
    }
    return new Section(number(node, "number", where), text(node, "title", where), questions);
  }

  private Question question(JsonNode node, String section) {
    String id = word(node, "id", section);
    String where = section + ", question " + id;
    String code = word(node, "type", where);
    QuestionType type =
        QuestionType.of(code)
            .orElseThrow(() -> new Fault(where, "there is no type '" + code + "'"));
    List<Option> options = options(node, where);
    boolean isChosen = type == QuestionType.CHOICE || type == QuestionType.MANY;
    if (isChosen == options.isEmpty()) {
      throw new Fault(where, isChosen ? "a choice needs options" : "only a choice has options");
    }
    String parent = wordOrNull(node, "parent");
    if (parent != null && !known.containsKey(parent)) {
      throw new Fault(where, "it follows '" + parent + "', which is not asked before it");
    }
    return new Question(
        id,
        wordOrNull(node, "number"),
        type,
        text(node, "label", where),
        options,
        node.path("required").asBoolean(false),
        when(node, where),
        parent,
        node.path("evidence").asBoolean(false),
        wordOrNull(node, "ogpValue"),
        words(node.path("terms")),
        wordOrNull(node, "prefill"),
        node.path("most").asInt(DEFAULT_MOST));
  }

  private static List<Option> options(JsonNode node, String where) {
    List<Option> options = new ArrayList<>();
    for (JsonNode option : node.path("options")) {
      String code = word(option, "code", where);
      if (options.stream().anyMatch(other -> other.code().equals(code))) {
        throw new Fault(where, "the option '" + code + "' is there twice");
      }
      options.add(new Option(code, text(option, "label", where)));
    }
    return options;
  }

  private @Nullable When when(JsonNode node, String where) {
    if (!node.has("when")) {
      return null;
    }
    String question = word(node.get("when"), "question", where);
    String is = word(node.get("when"), "is", where);
    Question asked = known.get(question);
    if (asked == null) {
      throw new Fault(where, "it depends on '" + question + "', which is not asked before it");
    }
    if (asked.option(is).isEmpty()) {
      throw new Fault(where, "'" + is + "' is no option of '" + question + "'");
    }
    return new When(question, is);
  }

  private static Iterable<JsonNode> list(JsonNode node, String name, String where) {
    if (!node.path(name).isArray()) {
      throw new Fault(where, "'" + name + "' must be a list");
    }
    return node.get(name);
  }

  private static String word(JsonNode node, String name, String where) {
    return Optional.ofNullable(wordOrNull(node, name))
        .orElseThrow(() -> new Fault(where, "'" + name + "' is missing"));
  }

  private static @Nullable String wordOrNull(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isString() && !value.asString().isBlank() ? value.asString() : null;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }

  private static int number(JsonNode node, String name, String where) {
    JsonNode value = node.path(name);
    if (!value.isInt() || value.asInt() < 1) {
      throw new Fault(where, "'" + name + "' must be a whole number from 1");
    }
    return value.asInt();
  }

  private static LocalDate date(JsonNode node, String name, String where) {
    try {
      return LocalDate.parse(word(node, name, where));
    } catch (DateTimeException _) {
      throw new Fault(where, "'" + name + "' must be a date such as 2024-01-31");
    }
  }

  private static LocalText text(JsonNode node, String name, String where) {
    JsonNode value = node.path(name);
    for (String lang : List.of("es", "en")) {
      if (value.path(lang).asString("").isBlank()) {
        throw new Fault(where, "'" + name + "' has no text in '" + lang + "'");
      }
    }
    return Json.text(value);
  }
}
