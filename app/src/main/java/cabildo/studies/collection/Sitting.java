package cabildo.studies.collection;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One person's way through the form, saved page by page until it is sent.
///
/// @param invitationId absent for volunteers
/// @param territoryId the municipality: of the drawn unit, or as the volunteer said
/// @param instanceId under which the answers will be received, once
/// @param language in which the questions are read
/// @param answers by path; empty once they were sent
/// @param erasedAt when answers that were not sent were erased; the person may begin anew
/// @param seconds spent before each saving, by the number of the page
public record Sitting(
    UUID id,
    UUID componentId,
    @Nullable UUID invitationId,
    @Nullable UUID territoryId,
    UUID noticeId,
    String instanceId,
    String language,
    JsonNode answers,
    JsonNode seconds,
    Instant startedAt,
    Instant changedAt,
    @Nullable Instant sentAt,
    @Nullable Instant erasedAt) {

  public Map<String, String> answersByPath() {
    Map<String, String> byPath = new LinkedHashMap<>();
    answers.properties().forEach(one -> byPath.put(one.getKey(), one.getValue().asString("")));
    return byPath;
  }

  /// What the person is told, and may name to whoever asks: `7F3A-91C2`.
  public String receipt() {
    String digits = instanceId.replaceAll("[^0-9a-fA-F]", "").toUpperCase(Locale.ROOT);
    String last = digits.substring(Math.max(0, digits.length() - 8));
    return last.substring(0, last.length() / 2) + "-" + last.substring(last.length() / 2);
  }

  /// The last page that was saved; 0 before the first.
  public int lastPage() {
    return seconds.properties().stream()
        .mapToInt(page -> Integer.parseInt(page.getKey()))
        .max()
        .orElse(0);
  }

  Map<String, Long> secondsByPage() {
    Map<String, Long> byPage = new HashMap<>();
    seconds.properties().forEach(page -> byPage.put(page.getKey(), page.getValue().asLong(0)));
    return byPage;
  }
}
