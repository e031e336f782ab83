package cabildo.files;

import java.time.Instant;

/// A stored file: what is known of its bytes.
///
/// @param sha256 64 lower-case hexadecimal digits
public record Blob(String sha256, long sizeBytes, String mediaType, Instant storedAt) {}
