package cabildo.app;

import cabildo.db.CannotStart;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.web.server.PortInUseException;

/// Finds, in what Spring throws when it does not start, the reason that the person at the keyboard
/// can do something about.
final class StartFailure {
  private StartFailure() {}

  static Optional<CannotStart> reason(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Optional<CannotStart> known = known(cause);
      if (known.isPresent()) {
        return known;
      }
    }
    return Optional.empty();
  }

  private static Optional<CannotStart> known(Throwable cause) {
    return switch (cause) {
      case CannotStart sentence -> Optional.of(sentence);
      case PortInUseException taken ->
          Optional.of(
              new CannotStart(
                  "Port %d is in use: stop the other program, or choose another port with --port."
                      .formatted(taken.getPort()),
                  taken));
      case FlywayValidateException changed ->
          Optional.of(
              new CannotStart(
                  "The database was built by other migrations than this Cabildo carries: start the version that built it, or use another database.",
                  changed));
      case SQLException failure when connectionRefused(failure) ->
          Optional.of(
              new CannotStart(
                  "The database does not let Cabildo in: %s.".formatted(firstLine(failure)),
                  failure));
      default -> Optional.empty();
    };
  }

  /// SQL states 08 (connection), 28 (sign-in), 3D (no such database).
  private static boolean connectionRefused(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
  }

  static String firstLine(SQLException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    return message
        .replaceAll("password=[^&\\s]*", "password=…")
        .replaceFirst("^(FATAL|ERROR): ", "")
        .replaceFirst("\\.$", "");
  }
}
