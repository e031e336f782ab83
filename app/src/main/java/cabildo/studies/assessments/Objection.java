package cabildo.studies.assessments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The municipality's objection to one finding, with its resolution once there is one.
///
/// @param link further evidence
/// @param value what stands after `PARTLY`
public record Objection(
    UUID id,
    String path,
    String text,
    @Nullable String link,
    Instant filedAt,
    UUID filedBy,
    String filedByName,
    @Nullable Outcome outcome,
    @Nullable String reason,
    @Nullable String value,
    @Nullable Instant resolvedAt,
    @Nullable String resolvedByName) {

  public enum Outcome {
    /// The institution's answer stands.
    GRANTED,
    /// An answer between the two stands.
    PARTLY,
    /// The validator's answer stands.
    REFUSED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The message with its name.
    public String key() {
      return "studies.assessments.outcome." + code();
    }
  }
}
