package cabildo.mail;

import cabildo.db.CannotStart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Which server takes our letters, and how. Every value may come from the environment, as
/// `CABILDO_MAIL_PASSWORD`.
@Component
public final class MailSettings {

  /// How the line is kept from being read on the way.
  public enum Tls {
    /// Encrypted from the first byte; port 465 as a rule.
    TLS,
    /// Begun in the open and encrypted before anything is said; port 587 as a rule.
    STARTTLS,
    /// Not at all: for a server on the same machine.
    NONE
  }

  private final String host;
  private final int port;
  private final String user;
  private final String password;
  private final String from;
  private final Tls tls;
  private final int keepDays;

  /// @param host empty = there is no server, letters wait
  /// @param user empty = the server asks for no name
  /// @param from the address of the institution, alone or as `Name <address>`
  /// @param keepDays for how long the addresses of letters are kept
  public MailSettings(
      @Value("${cabildo.mail.host}") String host,
      @Value("${cabildo.mail.port}") int port,
      @Value("${cabildo.mail.user}") String user,
      @Value("${cabildo.mail.password}") String password,
      @Value("${cabildo.mail.from}") String from,
      @Value("${cabildo.mail.tls}") String tls,
      @Value("${cabildo.mail.keep-days}") int keepDays) {
    this.host = host.strip();
    this.port = port;
    this.user = user.strip();
    this.password = password;
    this.from = from.strip();
    this.tls = tls(tls.strip().toUpperCase(Locale.ROOT));
    this.keepDays = keepDays;
  }

  private static Tls tls(String word) {
    return Arrays.stream(Tls.values())
        .filter(one -> one.name().equals(word))
        .findFirst()
        .orElseThrow(() -> new CannotStart("cabildo.mail.tls must be tls, starttls or none."));
  }

  public String host() {
    return host;
  }

  public int port() {
    return port;
  }

  String user() {
    return user;
  }

  String password() {
    return password;
  }

  public String from() {
    return from;
  }

  public Tls tls() {
    return tls;
  }

  Duration keep() {
    return Duration.ofDays(keepDays);
  }

  public int keepDays() {
    return keepDays;
  }

  public boolean hasHost() {
    return !host.isEmpty();
  }

  /// Whether letters can leave at all.
  public boolean areComplete() {
    return hasHost() && !from.isEmpty();
  }
}
