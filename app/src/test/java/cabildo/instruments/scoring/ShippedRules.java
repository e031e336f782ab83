package cabildo.instruments.scoring;

import cabildo.db.Json;
import cabildo.instruments.ReadDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// Rules of the instruments that come with the program.
final class ShippedRules {
  private ShippedRules() {}

  static JsonNode document(String slug) {
    String path = "/definitions/instruments/" + slug + ".json";
    try (InputStream file = ShippedRules.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(file, path).readAllBytes();
      return Json.read(new String(bytes, StandardCharsets.UTF_8)).path("definition");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Scoring of(String slug) {
    return of(document(slug));
  }

  static Scoring of(JsonNode document) {
    return ReadScoring.read(document, ReadDefinition.read(document)).orElseThrow();
  }
}
