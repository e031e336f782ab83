package cabildo.kernel;

import java.util.List;

/// A refusal that is expected: it becomes a page, or RFC 9457 JSON, in the reader's language.
///
/// The message is a key of the message files with its arguments, never a finished sentence.
public sealed interface Problem {
  String key();

  List<Object> args();

  /// The HTTP status code.
  default int status() {
    return switch (this) {
      case NotFound _ -> 404;
      case SignInNeeded _ -> 401;
      case NotAllowed _ -> 403;
      case Invalid _ -> 422;
      case Conflict _ -> 409;
      case TooLarge _ -> 413;
      case TooMany _ -> 429;
      case Unavailable _ -> 503;
    };
  }

  record NotFound(String key, List<Object> args) implements Problem {}

  /// Nobody is signed in, and only a person may do this.
  record SignInNeeded(String key, List<Object> args) implements Problem {}

  record NotAllowed(String key, List<Object> args) implements Problem {}

  record Invalid(String key, List<Object> args) implements Problem {}

  record Conflict(String key, List<Object> args) implements Problem {}

  record TooLarge(String key, List<Object> args) implements Problem {}

  /// @param waitSeconds when to try again
  record TooMany(String key, List<Object> args, long waitSeconds) implements Problem {}

  record Unavailable(String key, List<Object> args) implements Problem {}

  static Stop notFound() {
    return new NotFound("web.problem.notFound", List.of()).stop();
  }

  static Stop signInNeeded() {
    return new SignInNeeded("web.problem.signInNeeded", List.of()).stop();
  }

  static Stop notAllowed(String key, Object... args) {
    return new NotAllowed(key, List.of(args)).stop();
  }

  static Stop invalid(String key, Object... args) {
    return new Invalid(key, List.of(args)).stop();
  }

  static Stop conflict(String key, Object... args) {
    return new Conflict(key, List.of(args)).stop();
  }

  default Stop stop() {
    return new Stop(this);
  }

  /// Carries a Problem up to the one place that answers it; the transaction is rolled back.
  final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private Stop(Problem problem) {
      super(problem.key());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
