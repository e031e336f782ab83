package cabildo.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where a database is and who signs in to it. User and password are empty when the URL carries
/// them itself.
public record DatabaseAddress(String jdbcUrl, String user, String password) {

  /// Reads `jdbc:postgresql://host/name?user=…&password=…` or
  /// `postgresql://user:password@host:port/name?…` (also `postgres://`).
  ///
  /// @throws CannotStart when it is neither
  public static DatabaseAddress parse(String url) {
    String text = url.strip();
    if (text.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(text, "", "");
    }
    if (text.startsWith("postgresql://") || text.startsWith("postgres://")) {
      return ofUri(text);
    }
    throw unreadable();
  }

  private static DatabaseAddress ofUri(String text) {
    try {
      URI uri = new URI(text);
      String authority = uri.getRawAuthority();
      if (authority == null) {
        throw unreadable();
      }
      int at = authority.lastIndexOf('@');
      String signIn = at < 0 ? "" : authority.substring(0, at);
      int colon = signIn.indexOf(':');
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      return new DatabaseAddress(
          "jdbc:postgresql://" + authority.substring(at + 1) + uri.getRawPath() + query,
          decode(colon < 0 ? signIn : signIn.substring(0, colon)),
          decode(colon < 0 ? "" : signIn.substring(colon + 1)));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  /// Opens a connection of its own, outside any pool.
  public Connection connect() throws SQLException {
    return user.isEmpty()
        ? DriverManager.getConnection(jdbcUrl)
        : DriverManager.getConnection(jdbcUrl, user, password);
  }

  /// The address without anything secret, for messages.
  public String shown() {
    int query = jdbcUrl.indexOf('?');
    return query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
  }

  @Override
  public String toString() {
    return shown();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static CannotStart unreadable() {
    return new CannotStart(
        "CABILDO_DATABASE_URL cannot be read: write postgresql://user:password@host:5432/database"
            + " (signs such as @ or / in the password as %40, %2F), or a jdbc:postgresql: URL.");
  }
}
