package cabildo.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// 256 random bits that open one invitation. The database keeps the hash alone, so that whoever
/// reads it cannot come in.
record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Token fresh() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  String sha256() {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Token";
  }
}
