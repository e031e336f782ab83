package cabildo.members;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A body that takes part, from the day it began to the day it ended.
///
/// @param territoryId where it acts; absent for what belongs to no place
/// @param validFrom the first day; absent when it is not on record
/// @param validTo the day on which it ended and a successor may begin; absent while it lives
public record Organisation(
    UUID id,
    String slug,
    LocalText name,
    @Nullable String acronym,
    OrganisationKind kind,
    @Nullable UUID territoryId,
    @Nullable LocalText description,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable UUID successorId,
    boolean invented) {

  public boolean isValidAt(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || day.isBefore(validTo));
  }

  public String path() {
    return "/organisations/" + slug;
  }
}
