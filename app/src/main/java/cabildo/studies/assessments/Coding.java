package cabildo.studies.assessments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One evaluator's reading of one assessment.
///
/// @param number 1 for the validator, whose findings count; 2 for the second coder
/// @param finishedAt up to here it was blind
public record Coding(
    UUID id,
    UUID assessmentId,
    int number,
    UUID personId,
    String personName,
    @Nullable Instant finishedAt) {

  public boolean isFinished() {
    return finishedAt != null;
  }
}
