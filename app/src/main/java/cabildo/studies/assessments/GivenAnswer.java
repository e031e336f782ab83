package cabildo.studies.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an answer, as it was saved.
///
/// @param codingId absent when the institution says it
public record GivenAnswer(
    long id,
    @Nullable UUID codingId,
    String path,
    @Nullable String value,
    @Nullable SpecialState state,
    @Nullable String reason,
    @Nullable LocalDate retryOn,
    @Nullable String link,
    @Nullable UUID evidenceId,
    @Nullable String place,
    @Nullable String norm,
    @Nullable String comment,
    Instant answeredAt,
    String answeredByName) {

  public Said said() {
    return new Said(value, state, reason, retryOn, link, evidenceId, place, norm, comment);
  }
}
