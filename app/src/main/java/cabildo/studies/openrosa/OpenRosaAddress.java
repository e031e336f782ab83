package cabildo.studies.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an address of the interface says: `/v1/key/<secret>/projects/<study>/<rest>`, or
/// `/v1/projects/<study>/<rest>` with the secret in `?st=` or in a header.
///
/// @param base scheme, host and everything up to `rest`, as the client wrote it
/// @param secret absent when the address has none
/// @param rest what is asked, as in `forms/x/manifest`, split at `/`
record OpenRosaAddress(
    String base,
    @Nullable String secret,
    String slug,
    List<String> rest,
    Map<String, String> query) {
  static final String START = "/v1/";

  /// Empty when it is no address of a project.
  static Optional<OpenRosaAddress> of(HttpServletRequest request) {
    String path = request.getRequestURI();
    String[] words = path.split("/", -1);
    boolean hasKey = words.length > 2 && words[2].equals("key");
    int project = hasKey ? 4 : 2;
    if (words.length < project + 3 || !words[project].equals("projects")) {
      return Optional.empty();
    }
    String url = request.getRequestURL().toString();
    StringBuilder base = new StringBuilder(url.substring(0, url.length() - path.length()));
    for (int i = 1; i <= project + 1; i++) {
      base.append('/').append(words[i]);
    }
    Map<String, String> query = query(request.getQueryString());
    String secret = hasKey ? decoded(words[3]) : query.get("st");
    return Optional.of(
        new OpenRosaAddress(
            base.toString(),
            secret,
            decoded(words[project + 1]),
            List.of(words).subList(project + 2, words.length).stream()
                .map(OpenRosaAddress::decoded)
                .toList(),
            query));
  }

  /// The address of something else of the same project; the secret stays in it.
  String to(String other) {
    String st = query.get("st");
    return base + "/" + other + (st == null ? "" : "?st=" + st);
  }

  /// Read by hand: the servlet's own parameters would read the body too.
  private static Map<String, String> query(@Nullable String query) {
    Map<String, String> all = new HashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", 50)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return all;
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}
