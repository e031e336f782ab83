package cabildo.studies.sampling;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A list from which is drawn, as it stood.
///
/// @param coverage the share of the population that the list is said to reach, 0 to 1
/// @param sha256 of its canonical CSV (`FrameCsv`)
public record Frame(
    UUID id,
    UUID studyId,
    int number,
    LocalText source,
    LocalDate referenceOn,
    double coverage,
    String sha256,
    Instant takenAt) {}
