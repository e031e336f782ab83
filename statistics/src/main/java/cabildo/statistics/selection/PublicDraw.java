package cabildo.statistics.selection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Simple random sampling that anyone can recompute.
///
/// Units are ordered by the first 16 hexadecimal digits of SHA-256(seed + "|" + id), and the first
/// n are taken. Publish the seed after the frame's hash is committed. The same numbers are
/// permanent random numbers for rotation and negative coordination between rounds (Ohlsson 1995).
public final class PublicDraw {
  private PublicDraw() {}

  /// The first n ids by their numbers, in drawing order; all of them when n is larger.
  public static List<String> draw(String seed, List<String> ids, int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must be at least 0, but is " + n);
    }
    return ids.stream()
        .sorted(Comparator.comparing((String id) -> number(seed, id)).thenComparing(id -> id))
        .limit(n)
        .toList();
  }

  /// The unit's number: 16 lower-case hexadecimal digits.
  public static String number(String seed, String id) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((seed + "|" + id).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// The start of a systematic draw, in [0, 1): the first 13 hexadecimal digits of the number of
  /// `start|stratum`, divided by 16 to the 13th.
  ///
  /// @param stratum its label; empty when there is one
  public static double start(String seed, String stratum) {
    return Long.parseUnsignedLong(number(seed, "start|" + stratum).substring(0, 13), 16)
        * 0x1.0p-52;
  }
}
