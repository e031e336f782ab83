package cabildo.instruments;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes the questions of an instrument as the document that `ReadDefinition` reads.
public final class WriteDefinition {
  private WriteDefinition() {}

  public static ObjectNode write(Definition definition) {
    ObjectNode document = Json.mapper().createObjectNode();
    document.set("title", Json.node(definition.title()));
    ArrayNode languages = document.putArray("languages");
    definition.languages().forEach(lang -> languages.add(lang.code()));
    ObjectNode choices = document.putObject("choices");
    new TreeMap<>(definition.choices())
        .forEach((name, list) -> {
          ArrayNode options = choices.putArray(name);
          list.forEach(choice -> write(choice, options.addObject()));
        });
    write(definition.children(), document.putArray("items"));
    return document;
  }

  private static void write(Choice choice, ObjectNode node) {
    node.put("name", choice.name());
    put(node, "label", choice.label());
    put(node, "media", choice.media());
    put(node, "columns", choice.columns());
  }

  private static void write(List<Node> nodes, ArrayNode list) {
    for (Node child : nodes) {
      ObjectNode node = list.addObject();
      node.put("name", child.name());
      switch (child) {
        case Group group -> group(group, node);
        case Item item -> item(item, node);
      }
    }
  }

  private static void group(Group group, ObjectNode node) {
    put(node, "label", group.label());
    put(node, "relevant", group.relevant());
    put(node, "appearance", group.appearance());
    if (group.repeat() != null) {
      put(node.putObject("repeat"), "count", group.repeat().count());
    }
    write(group.children(), node.putArray("items"));
  }

  private static void item(Item item, ObjectNode node) {
    node.put("type", item.type().code());
    put(node, "label", item.label());
    put(node, "hint", item.hint());
    put(node, "guidance", item.guidance());
    put(node, "choices", item.choices());
    put(node, "choiceFilter", item.choiceFilter());
    put(node, "relevant", item.relevant());
    put(node, "required", item.required());
    put(node, "requiredMessage", item.requiredMessage());
    put(node, "constraint", item.constraint());
    put(node, "constraintMessage", item.constraintMessage());
    put(node, "calculation", item.calculation());
    put(node, "default", item.defaultValue());
    if (item.readOnly()) {
      node.put("readOnly", true);
    }
    put(node, "appearance", item.appearance());
    put(node, "parameters", item.parameters());
    put(node, "media", item.media());
    put(node, "use", item.use());
  }

  private static void put(ObjectNode node, String name, @Nullable String word) {
    if (word != null) {
      node.put(name, word);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable LocalText text) {
    if (text != null) {
      node.set(name, Json.node(text));
    }
  }

  private static void put(ObjectNode node, String name, Map<String, String> words) {
    if (!words.isEmpty()) {
      ObjectNode object = node.putObject(name);
      new TreeMap<>(words).forEach(object::put);
    }
  }
}
