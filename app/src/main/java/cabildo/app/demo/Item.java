package cabildo.app.demo;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/// One object of the content files. What is required and missing is a defect of the content.
record Item(JsonNode node) {

  /// The objects of one file of the world, in its order.
  static List<Item> of(String file) {
    return read("demo/" + file + ".json").items(file);
  }

  static Item read(String resource) {
    try {
      var text = new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
      return new Item(Json.read(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  Optional<Item> at(String name) {
    return has(name) ? Optional.of(new Item(node.path(name))) : Optional.empty();
  }

  Item get(String name) {
    return at(name).orElseThrow(() -> new IllegalStateException("no " + name + " in " + node));
  }

  String text(String name) {
    return get(name).node.asString();
  }

  @Nullable String textOrNull(String name) {
    return has(name) ? text(name) : null;
  }

  int number(String name) {
    return get(name).node.asInt();
  }

  boolean is(String name) {
    return get(name).node.asBoolean();
  }

  LocalDate date(String name) {
    return LocalDate.parse(text(name));
  }

  @Nullable LocalDate dateOrNull(String name) {
    return has(name) ? date(name) : null;
  }

  OffsetDateTime time(String name) {
    return OffsetDateTime.parse(text(name));
  }

  /// A text that people read.
  LocalText words(String name) {
    return Json.text(get(name).node);
  }

  @Nullable LocalText wordsOrNull(String name) {
    return has(name) ? words(name) : null;
  }

  List<Item> items(String name) {
    return node.path(name).valueStream().map(Item::new).toList();
  }

  List<String> texts(String name) {
    return node.path(name).valueStream().map(JsonNode::asString).toList();
  }
}
