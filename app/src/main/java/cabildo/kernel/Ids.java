package cabildo.kernel;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/// Ids are UUIDs of version 7 (RFC 9562): made here, sortable by the time of their making.
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    long millis = System.currentTimeMillis();
    long high = (millis << 16) | 0x7000 | (RANDOM.nextInt() & 0xfff);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  /// Reads what a stranger sent as an id.
  public static Optional<UUID> read(String text) {
    if (text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
