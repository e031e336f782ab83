package cabildo.instruments;

import cabildo.db.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The SHA-256 of a document by which anyone can tell that it is the one that was published: of its
/// JSON with sorted keys, without white space, in UTF-8.
public final class Digest {
  private Digest() {}

  public static String of(JsonNode document) {
    return of(canonical(document).getBytes(StandardCharsets.UTF_8));
  }

  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String canonical(JsonNode document) {
    return Json.write(sorted(document));
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode sorted = Json.mapper().createObjectNode();
      TreeMap<String, JsonNode> fields = new TreeMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
      fields.forEach((name, value) -> sorted.set(name, sorted(value)));
      return sorted;
    }
    if (node.isArray()) {
      ArrayNode list = Json.mapper().createArrayNode();
      node.forEach(value -> list.add(sorted(value)));
      return list;
    }
    return node;
  }
}
