package cabildo.studies.requests;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A round of requests within a study.
///
/// @param study its title
/// @param termDays working days that the law gives for an answer
/// @param norm the law that says so
/// @param coders how many judge each answer, 1 or 2
/// @param debriefedAt from then on the officer may know who asked
public record Round(
    UUID id,
    UUID studyId,
    LocalText study,
    int number,
    String path,
    int termDays,
    String norm,
    int coders,
    Instant begunAt,
    @Nullable Instant closedAt,
    @Nullable Instant debriefedAt) {

  public boolean isClosed() {
    return closedAt != null;
  }
}
