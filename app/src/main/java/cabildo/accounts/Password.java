package cabildo.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a new password must not be. Length is what protects; the rest only stops what attackers try
/// first.
final class Password {
  static final int LEAST = 12;
  static final int MOST = 200;

  /// Those of the usual lists that are long enough, in the two languages of the installation.
  private static final Set<String> COMMON =
      Set.of(
          "123456789012",
          "1234567890123",
          "12345678901234",
          "123456789123",
          "123123123123",
          "qwertyuiop12",
          "qwertyuiop123",
          "1q2w3e4r5t6y",
          "1qaz2wsx3edc",
          "qwerty123456",
          "password1234",
          "password12345",
          "passwordpassword",
          "contraseña123",
          "contraseña1234",
          "contrasena123",
          "contrasena1234",
          "gobiernoabierto",
          "gobierno abierto",
          "transparencia",
          "transparencia1",
          "transparencia123",
          "estadodemexico",
          "estado de mexico",
          "administrador",
          "administrador1",
          "administrador123",
          "administrator",
          "administrator1",
          "bienvenido123",
          "mexico123456",
          "iloveyou1234",
          "teamomucho123",
          "cabildo12345",
          "cabildocabildo",
          "correct horse battery staple");

  private Password() {}

  /// The message for what is wrong with it.
  ///
  /// @param about the person's e-mail address and name, which it must not be or hold
  static Optional<String> fault(String password, List<String> about) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      return Optional.of("accounts.password.tooShort");
    }
    if (length > MOST) {
      return Optional.of("accounts.password.tooLong");
    }
    String plain = plain(password);
    if (COMMON.contains(plain) || plain.chars().distinct().count() < 5) {
      return Optional.of("accounts.password.common");
    }
    return about.stream().map(Password::plain).anyMatch(own -> isHeldBy(plain, own))
        ? Optional.of("accounts.password.own")
        : Optional.empty();
  }

  private static boolean isHeldBy(String password, String own) {
    String local = own.replaceFirst("@.*", "");
    return own.contains(password) || (local.length() >= 4 && password.contains(local));
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
