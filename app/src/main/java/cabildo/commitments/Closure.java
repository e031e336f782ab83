package cabildo.commitments;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;

/// The act that ended a milestone.
///
/// @param closingText what was delivered, or why it was cancelled
public record Closure(
    Outcome outcome,
    LocalDate closedOn,
    LocalText closingText,
    Instant recordedAt,
    String recordedByName) {}
