package cabildo.comments;

import cabildo.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/// The form of a reply stands on pages that are the same for everybody, so it holds no token; what
/// the browser says of the page that sends it takes its place. Text browsers say nothing and are
/// let in: a reply carries no authority.
final class SameOrigin {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private SameOrigin() {}

  static void check(HttpServletRequest request) {
    if (!isOurs(request)) {
      throw Problem.notAllowed("comments.otherSite");
    }
  }

  private static boolean isOurs(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    String origin = request.getHeader("Origin");
    String host = String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT);
    return origin == null
        || origin.toLowerCase(Locale.ROOT).replaceFirst("^https?://", "").equals(host);
  }
}
