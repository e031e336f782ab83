package cabildo.reports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who signs a report.
///
/// @param personId the account; absent for a report that was filed elsewhere
/// @param affiliation as declared
/// @param independence the statement of links to those who carry the commitment, or of none
public record Evaluator(
    UUID id,
    int position,
    String name,
    @Nullable UUID personId,
    @Nullable String affiliation,
    @Nullable String independence,
    @Nullable Instant declaredAt) {

  public boolean hasDeclared() {
    return declaredAt != null;
  }
}
