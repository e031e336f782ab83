package cabildo.studies.collection;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.UUID;

/// One version of what people are told of their data before they answer a study.
///
/// @param simplified the short one, on every form
/// @param integral the whole one, with legal basis and rights
public record Notice(
    UUID id,
    UUID studyId,
    int number,
    LocalText simplified,
    LocalText integral,
    Instant publishedAt,
    String publishedByName) {}
