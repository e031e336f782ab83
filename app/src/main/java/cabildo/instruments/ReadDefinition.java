package cabildo.instruments;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the questions of an instrument's document and refuses what cannot be asked, with the place
/// and the reason. `WriteDefinition` writes the same document.
public final class ReadDefinition {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,63}";
  private static final Set<String> USES = Set.of("cell", "territory", "consent");

  private final Map<String, List<Choice>> choices = new LinkedHashMap<>();

  private ReadDefinition() {}

  /// What is wrong with a document, and where: `line 12: …` or `items/identity/age: …`.
  public static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fault(String where, String reason) {
      super(where + ": " + reason);
    }
  }

  /// Refuses with a `Fault`.
  public static Definition read(String json) {
    try {
      return read(Json.read(json));
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new Fault("line " + (at == null ? 1 : at.getLineNr()), e.getOriginalMessage());
    }
  }

  /// Refuses with a `Fault`.
  public static Definition read(JsonNode document) {
    return new ReadDefinition().definition(document);
  }

  private Definition definition(JsonNode document) {
    List<Lang> languages = new ArrayList<>();
    for (JsonNode code : document.path("languages")) {
      languages.add(lang(code.asString("")));
    }
    if (languages.isEmpty()) {
      throw new Fault("languages", "name at least one language, the original first");
    }
    document.path("choices").properties().forEach(list -> choices(list.getKey(), list.getValue()));
    return new Definition(
        text(document, "title", "title").orElseThrow(() -> new Fault("title", "it is missing")),
        languages,
        choices,
        nodes(document.path("items"), "items"));
  }

  private static Lang lang(String code) {
    try {
      return new Lang(code);
    } catch (IllegalArgumentException _) {
      throw new Fault("languages", "'" + code + "' is no language code such as es, en or maz");
    }
  }

  private void choices(String name, JsonNode list) {
    Map<String, Choice> read = new LinkedHashMap<>();
    for (JsonNode node : list) {
      String choice = node.path("name").asString("");
      String where = "choices/" + name + "/" + choice;
      if (choice.isEmpty() || choice.chars().anyMatch(Character::isWhitespace)) {
        throw new Fault(where, "a choice needs a name without white space");
      }
      LocalText label =
          text(node, "label", where).orElseThrow(() -> new Fault(where, "it has no label"));
      var made = new Choice(choice, label, words(node, "media"), words(node, "columns"));
      if (read.put(choice, made) != null) {
        throw new Fault(where, "the choice is there twice");
      }
    }
    if (read.isEmpty()) {
      throw new Fault("choices/" + name, "the list is empty");
    }
    choices.put(name, List.copyOf(read.values()));
  }

  private List<Node> nodes(JsonNode list, String above) {
    List<Node> nodes = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    for (JsonNode node : list) {
      String name = node.path("name").asString("");
      String where = above + "/" + name;
      if (!name.matches(NAME)) {
        throw new Fault(where, "a name is a letter or _ and then letters, digits, _ . or -");
      }
      if (!names.add(name)) {
        throw new Fault(where, "the name is there twice in the same group");
      }
      nodes.add(node.has("items") ? group(node, name, where) : item(node, name, where));
    }
    return nodes;
  }

  private Group group(JsonNode node, String name, String where) {
    JsonNode repeat = node.path("repeat");
    boolean isRepeated = repeat.isObject() || repeat.asBoolean(false);
    return new Group(
        name,
        text(node, "label", where).orElse(null),
        word(node, "relevant"),
        isRepeated ? new Group.Repeat(word(repeat, "count")) : null,
        word(node, "appearance"),
        nodes(node.path("items"), where));
  }

  private Item item(JsonNode node, String name, String where) {
    String code = node.path("type").asString("");
    ItemType type =
        ItemType.of(code).orElseThrow(() -> new Fault(where, "there is no type '" + code + "'"));
    String list = word(node, "choices");
    if (type.isChoice() != (list != null)) {
      throw new Fault(where, type.isChoice() ? "it needs a list" : "only a choice has a list");
    }
    if (list != null && !choices.containsKey(list)) {
      throw new Fault(where, "there is no list of choices '" + list + "'");
    }
    String use = word(node, "use");
    if (use != null && !USES.contains(use)) {
      throw new Fault(where, "there is no use '" + use + "'");
    }
    return new Item(
        name,
        type,
        text(node, "label", where).orElse(null),
        text(node, "hint", where).orElse(null),
        text(node, "guidance", where).orElse(null),
        list,
        word(node, "choiceFilter"),
        word(node, "relevant"),
        word(node, "required"),
        text(node, "requiredMessage", where).orElse(null),
        word(node, "constraint"),
        text(node, "constraintMessage", where).orElse(null),
        word(node, "calculation"),
        word(node, "default"),
        node.path("readOnly").asBoolean(false),
        word(node, "appearance"),
        words(node, "parameters"),
        words(node, "media"),
        use);
  }

  private static @Nullable String word(JsonNode node, String name) {
    String word = node.path(name).asString("").strip();
    return word.isEmpty() ? null : word;
  }

  private static Map<String, String> words(JsonNode node, String name) {
    Map<String, String> words = new HashMap<>();
    node.path(name)
        .properties()
        .forEach(entry -> words.put(entry.getKey(), entry.getValue().asString("")));
    return words;
  }

  private static Optional<LocalText> text(JsonNode node, String name, String where) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.text(value));
    } catch (IllegalArgumentException e) {
      throw new Fault(where, "'" + name + "' is no text by language: " + e.getMessage());
    }
  }
}
