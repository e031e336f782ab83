package cabildo.studies.transcription;

import cabildo.studies.Stream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of answers.
///
/// @param content as uploaded; after the decision, the lines that were left out, with reasons;
///   absent once it was erased
/// @param taken new answers
/// @param known answers that were there before
/// @param refused lines that were left out
public record Import(
    UUID id,
    UUID componentId,
    Stream stream,
    String fileName,
    @Nullable String content,
    Instant uploadedAt,
    String uploadedByName,
    @Nullable Instant decidedAt,
    @Nullable Integer taken,
    @Nullable Integer known,
    @Nullable Integer refused) {}
