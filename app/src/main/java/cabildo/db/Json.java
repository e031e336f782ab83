package cabildo.db;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it lies in the database.
///
/// A `LocalText` is an object of texts by language code, and `"original"` where that is not
/// Spanish.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .addModule(words())
          .build();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static SimpleModule words() {
    return new SimpleModule("words")
        .addSerializer(
            LocalText.class,
            new ValueSerializer<>() {
              @Override
              public void serialize(
                  LocalText text, JsonGenerator out, SerializationContext context) {
                out.writeTree(node(text));
              }
            })
        .addDeserializer(
            LocalText.class,
            new ValueDeserializer<>() {
              @Override
              public LocalText deserialize(JsonParser in, DeserializationContext context) {
                return text(context.readTree(in));
              }
            });
  }

  public static JsonNode read(String json) {
    return MAPPER.readTree(json);
  }

  public static String write(JsonNode node) {
    return MAPPER.writeValueAsString(node);
  }

  public static String write(LocalText text) {
    return write(node(text));
  }

  public static ObjectNode node(LocalText text) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("original", text.original().code());
    text.texts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> node.put(entry.getKey(), entry.getValue()));
    return node;
  }

  public static LocalText text(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().stream()
        .filter(entry -> !entry.getKey().equals("original"))
        .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    String first =
        texts.containsKey("es") ? "es" : texts.keySet().stream().findFirst().orElse("es");
    String original = node.has("original") ? node.get("original").asString() : first;
    return new LocalText(new Lang(original), texts);
  }
}
