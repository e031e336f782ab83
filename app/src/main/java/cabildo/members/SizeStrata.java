package cabildo.members;

import cabildo.db.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// The size strata as they are defined in `definitions/strata.json`, the smallest first.
@Component
public class SizeStrata {
  private static final String DEFINITION = "definitions/strata.json";

  private final List<SizeStratum> all;

  public SizeStrata() {
    this(definition());
  }

  SizeStrata(JsonNode definition) {
    all = definition.get("strata").valueStream().map(SizeStrata::stratum).toList();
    for (int i = 0; i < all.size(); i++) {
      Integer end = i == 0 ? Integer.valueOf(0) : all.get(i - 1).below();
      if (end == null || all.get(i).from() != end) {
        throw new IllegalArgumentException("strata leave a gap before " + all.get(i).slug());
      }
    }
    if (all.isEmpty() || all.getLast().below() != null) {
      throw new IllegalArgumentException("the last stratum must be open");
    }
  }

  public List<SizeStratum> all() {
    return all;
  }

  /// @param population not negative
  public SizeStratum of(int population) {
    return all.stream()
        .filter(stratum -> stratum.holds(population))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no people: " + population));
  }

  /// The stratum in which a territory was put; absent where it has none, or one no longer defined.
  public @Nullable SizeStratum of(Territory territory) {
    return all.stream()
        .filter(stratum -> stratum.slug().equals(territory.sizeStratum()))
        .findFirst()
        .orElse(null);
  }

  private static SizeStratum stratum(JsonNode node) {
    JsonNode below = node.get("below");
    return new SizeStratum(
        node.get("slug").asString(),
        Json.text(node.get("name")),
        node.get("from").asInt(),
        below.isNull() ? null : Integer.valueOf(below.asInt()));
  }

  private static JsonNode definition() {
    try {
      return Json.read(
          new ClassPathResource(DEFINITION).getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
