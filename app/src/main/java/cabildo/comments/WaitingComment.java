package cabildo.comments;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.UUID;

/// A reply that a moderator has not read yet.
///
/// @param path the page that it is about, without the language
public record WaitingComment(
    UUID id,
    UUID aboutId,
    String path,
    LocalText title,
    String authorName,
    String language,
    String body,
    Instant receivedAt,
    boolean invented) {}
