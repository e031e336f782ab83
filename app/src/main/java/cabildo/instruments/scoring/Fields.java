package cabildo.instruments.scoring;

import cabildo.db.Json;
import cabildo.instruments.ReadDefinition.Fault;
import cabildo.kernel.LocalText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One object of the rules, read with its place at hand.
///
/// @param where as in `scoring/nodes/TG`
record Fields(JsonNode node, String where) {

  Fault fault(String reason) {
    return new Fault(where, reason);
  }

  Fields in(String name) {
    return new Fields(node.path(name), where + "/" + name);
  }

  boolean has(String name) {
    return node.has(name);
  }

  /// The members of an object, in their order.
  Map<String, Fields> members() {
    Map<String, Fields> members = new LinkedHashMap<>();
    node.properties().forEach(entry -> members.put(entry.getKey(), in(entry.getKey())));
    return members;
  }

  /// The elements of a list.
  List<Fields> elements() {
    List<Fields> elements = new ArrayList<>();
    int number = 1;
    for (JsonNode element : node) {
      elements.add(new Fields(element, where + "/" + number));
      number++;
    }
    return elements;
  }

  @Nullable String word(String name) {
    String word = node.path(name).asString("").strip();
    return word.isEmpty() ? null : word;
  }

  String needed(String name) {
    String word = word(name);
    if (word == null) {
      throw fault("'" + name + "' is missing");
    }
    return word;
  }

  boolean is(String name, boolean otherwise) {
    return node.path(name).asBoolean(otherwise);
  }

  /// This itself as a number.
  BigDecimal number() {
    BigDecimal number = Answers.number(node.asString("").strip());
    if (number == null) {
      throw fault("'" + node.asString("") + "' is no decimal number");
    }
    return number;
  }

  @Nullable BigDecimal number(String name) {
    return has(name) ? in(name).number() : null;
  }

  BigDecimal number(String name, BigDecimal otherwise) {
    BigDecimal number = number(name);
    return number == null ? otherwise : number;
  }

  @Nullable LocalText text(String name) {
    if (!has(name)) {
      return null;
    }
    try {
      return Json.text(node.path(name));
    } catch (IllegalArgumentException e) {
      throw fault("'" + name + "' is no text by language: " + e.getMessage());
    }
  }

  LocalText neededText(String name) {
    LocalText text = text(name);
    if (text == null) {
      throw fault("'" + name + "' is missing");
    }
    return text;
  }

  /// One of the words of an enumeration, in lower case.
  <E extends Enum<E>> E one(String name, Class<E> of, E otherwise) {
    String word = word(name);
    return word == null ? otherwise : constant(word, of);
  }

  <E extends Enum<E>> E constant(String word, Class<E> of) {
    return Arrays.stream(of.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            fault(
                "'"
                    + word
                    + "' is none of "
                    + Arrays.toString(of.getEnumConstants()).toLowerCase(Locale.ROOT)));
  }

  /// What absences do: `{"not_applicable": "drop"}`.
  Map<Absence, Absence.Effect> effects() {
    Map<Absence, Absence.Effect> effects = new EnumMap<>(Absence.class);
    for (String word : members().keySet()) {
      Absence absence = constant(word, Absence.class);
      effects.put(absence, constant(needed(word), Absence.Effect.class));
    }
    return effects;
  }
}
