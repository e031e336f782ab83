package cabildo.studies.submissions;

import cabildo.db.Json;
import cabildo.kernel.Lang;
import cabildo.studies.Stream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Answers as they arrive, checked and ready to be kept.
///
/// @param instanceId given by the client, unique within the component
/// @param unit the drawn unit's number; absent for volunteers
/// @param territoryId the municipality that a volunteer names; absent when not known
/// @param collector the interviewer's or the desk's name
/// @param body the XML as received; absent for other modes
/// @param answers by path, as an XForm writes values
/// @param replaces the instance that this one edits
public record NewSubmission(
    UUID componentId,
    Stream stream,
    Mode mode,
    String instanceId,
    @Nullable Integer unit,
    @Nullable UUID invitationId,
    @Nullable UUID territoryId,
    Lang language,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable String collector,
    @Nullable String device,
    @Nullable String body,
    Map<String, String> answers,
    @Nullable String replaces) {

  public NewSubmission {
    answers = Map.copyOf(answers);
    if (instanceId.isBlank() || instanceId.length() > 200) {
      throw new IllegalArgumentException("an instance id has 1 to 200 characters");
    }
    if (stream == Stream.PROBABILITY && unit == null) {
      throw new IllegalArgumentException("an answer of the sample belongs to a drawn unit");
    }
  }

  String answersJson() {
    ObjectNode node = Json.mapper().createObjectNode();
    new TreeMap<>(answers).forEach(node::put);
    return Json.write(node);
  }

  /// SHA-256 of what was received: of the XML, or of the answers in the order of their paths.
  byte[] sha256() {
    String content = body == null ? answersJson() : body;
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
