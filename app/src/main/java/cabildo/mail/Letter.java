package cabildo.mail;

import java.time.Instant;
import java.util.UUID;

/// A letter that is to be sent.
///
/// @param subject one line
/// @param body plain text
/// @param tries this one included
public record Letter(
    UUID id, String recipient, String subject, String body, Instant postedAt, int tries) {}
