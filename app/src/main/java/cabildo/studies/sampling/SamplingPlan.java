package cabildo.studies.sampling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The plan of a study's sample: a draft, or frozen since it was registered.
///
/// @param terms see `PlanTerms`
/// @param seedCommitment SHA-256 of the seed that the officer keeps; absent when the seed comes
///   from the public draw that the terms name
/// @param sha256 of terms, frame and commitment as registered
public record SamplingPlan(
    UUID id,
    UUID studyId,
    UUID frameId,
    JsonNode terms,
    @Nullable String seedCommitment,
    int revision,
    @Nullable Instant registeredAt,
    @Nullable String registeredByName,
    @Nullable String sha256) {

  public boolean isRegistered() {
    return registeredAt != null;
  }

  public PlanTerms promised() {
    return PlanTerms.of(terms);
  }
}
