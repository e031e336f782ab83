package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dated note of a person responsible on how far a milestone has come.
///
/// @param percent absent when nobody put a number on it; that is not zero
public record ProgressReport(
    UUID id,
    UUID milestoneId,
    LocalDate reportedOn,
    @Nullable Integer percent,
    LocalText note,
    @Nullable LocalText difficulties,
    Instant recordedAt,
    String recordedByName) {}
