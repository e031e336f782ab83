package cabildo.reports;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A published version. The newest is what a report's address shows; every one keeps its own.
///
/// @param publishedAt absent for a report filed elsewhere of which only the year is known
/// @param sha256 of the body's canonical text
public record Publication(
    UUID reportId,
    int number,
    @Nullable Instant publishedAt,
    int publishedYear,
    @Nullable LocalText reason,
    JsonNode body,
    String sha256,
    String publishedByName) {}
