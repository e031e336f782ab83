package cabildo.app.bench;

import cabildo.db.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Load from wrk on this machine, with keep-alive, bounded in connections and seconds.
final class Load {
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern COUNT = Pattern.compile("(\\d+) requests in");
  private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  private Load() {}

  /// @param rate requests a second
  record Result(double rate, long requests, long failed) {}

  static Result on(String url, int connections, int seconds) throws IOException {
    try {
      Process wrk =
          new ProcessBuilder(
                  "wrk",
                  "-t1",
                  "-c" + connections,
                  "-d" + seconds + "s",
                  "-H",
                  "Accept-Encoding: gzip",
                  url)
              .redirectErrorStream(true)
              .start();
      String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(
          Double.parseDouble(group(RATE, said, "0")),
          Long.parseLong(group(COUNT, said, "0")),
          Long.parseLong(group(FAILED, said, "0")));
    } catch (IOException e) {
      throw new CannotStart("The bench makes its load with wrk; install it (Debian: wrk).", e);
    }
  }

  private static String group(Pattern pattern, String text, String otherwise) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : otherwise;
  }
}
