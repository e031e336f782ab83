package cabildo.studies.openrosa;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What opens the interface for one collector: 130 random bits as 26 letters and digits that cannot
/// be mistaken for each other. It stands in the addresses of a phone, and is the password where one
/// is asked for. The database keeps hashes alone.
record Secret(String text) {
  /// Asked for with user name and password; part of what Digest hashes.
  static final String REALM = "Cabildo";

  private static final String SIGNS = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final SecureRandom RANDOM = new SecureRandom();

  static Secret fresh() {
    var signs = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return new Secret(signs.toString());
  }

  /// In hexadecimal digits.
  String sha256() {
    return hash("SHA-256", text);
  }

  /// RFC 7616, A1 with MD5, which is what clients speak.
  String digestHash(String userName) {
    return md5(userName + ":" + REALM + ":" + text);
  }

  static String md5(String text) {
    return hash("MD5", text);
  }

  private static String hash(String algorithm, String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Secret";
  }
}
