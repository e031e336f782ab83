package cabildo.studies.collection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/// The code that opens one form: 130 random bits as 26 letters and digits that cannot be mistaken
/// for each other (Crockford's base 32), and two more that tell a slip of the hand from a code that
/// does not exist. The database keeps its hash alone.
///
/// @param text 28 characters, without spaces
public record LinkCode(String text) {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int RANDOM_SIGNS = 26;
  private static final int ALL_SIGNS = 28;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  static LinkCode fresh() {
    var signs = new StringBuilder(ALL_SIGNS);
    for (int i = 0; i < RANDOM_SIGNS; i++) {
      signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return new LinkCode(signs + check(signs.toString()));
  }

  /// Reads what was typed or followed: in any case, with or without spaces and hyphens, O for 0, I
  /// and L for 1. Empty when a sign is wrong, missing or too many.
  static Optional<LinkCode> read(String typed) {
    if (typed.length() > 100) {
      return Optional.empty();
    }
    String signs =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s\\p{Pd}.]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    boolean isWhole =
        signs.length() == ALL_SIGNS
            && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
            && signs.endsWith(check(signs.substring(0, RANDOM_SIGNS)));
    return isWhole ? Optional.of(new LinkCode(signs)) : Optional.empty();
  }

  /// As it is printed for typing: seven groups of four.
  public String grouped() {
    var grouped = new StringBuilder();
    for (int at = 0; at < text.length(); at += GROUP) {
      grouped.append(at == 0 ? "" : " ").append(text, at, Math.min(text.length(), at + GROUP));
    }
    return grouped.toString();
  }

  byte[] sha256() {
    return sha256(text);
  }

  private static String check(String signs) {
    byte[] hash = sha256("check " + signs);
    return "" + SIGNS.charAt(hash[0] & 31) + SIGNS.charAt(hash[1] & 31);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "LinkCode";
  }
}
