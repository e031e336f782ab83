package cabildo.studies.transcription;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one person read on a sheet.
public record Keying(
    UUID paperId,
    UUID keyedBy,
    String keyedByName,
    JsonNode answers,
    int lastPage,
    Instant changedAt,
    @Nullable Instant finishedAt) {

  public Map<String, String> answersByPath() {
    Map<String, String> byPath = new LinkedHashMap<>();
    answers.properties().forEach(one -> byPath.put(one.getKey(), one.getValue().asString("")));
    return byPath;
  }
}
