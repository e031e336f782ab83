package cabildo.instruments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One version of an instrument: a draft, or frozen since it was published.
///
/// @param definition the whole document: questions and rules
/// @param revision counts the changes of a draft
/// @param sha256 of the document as published (`Digest.of`)
public record Version(
    UUID id,
    UUID instrumentId,
    int number,
    JsonNode definition,
    int revision,
    @Nullable Instant publishedAt,
    @Nullable String publishedByName,
    @Nullable String sha256) {

  public boolean isPublished() {
    return publishedAt != null;
  }

  /// The side that is asked; refuses with a `ReadDefinition.Fault` when a draft cannot be asked.
  public Definition form() {
    return ReadDefinition.read(definition);
  }
}
