package cabildo.studies.submissions;

import cabildo.studies.Stream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A submission as it lies in the database.
///
/// @param review the newest state that a reviewer gave; absent while nobody looked
/// @param replacedById the edit that took its place
public record Submission(
    long id,
    UUID componentId,
    Stream stream,
    Mode mode,
    String instanceId,
    @Nullable Integer unit,
    @Nullable UUID invitationId,
    @Nullable UUID territoryId,
    String language,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    Instant receivedAt,
    @Nullable String collector,
    @Nullable String device,
    JsonNode answers,
    @Nullable Long replacesId,
    @Nullable Long replacedById,
    @Nullable String review) {

  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    answers
        .properties()
        .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString("")));
    return values;
  }

  /// Whether it enters the figures.
  public boolean counts() {
    return replacedById == null && !"rejected".equals(review);
  }
}
