package cabildo.commitments;

import java.time.Instant;
import java.time.LocalDate;

/// The day on which work on a milestone really began, and who recorded it.
public record Start(LocalDate startedOn, Instant recordedAt, String recordedByName) {}
