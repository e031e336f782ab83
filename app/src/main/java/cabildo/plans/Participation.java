package cabildo.plans;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one organisation is in one plan, with the names that a page needs of both.
///
/// @param endedOn the day on which the organisation itself ended
public record Participation(
    UUID planId,
    String planSlug,
    LocalText planTitle,
    UUID organisationId,
    String organisationSlug,
    LocalText organisationName,
    @Nullable String acronym,
    @Nullable LocalDate endedOn,
    PlanRole role,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {}
