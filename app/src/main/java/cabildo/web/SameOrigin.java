package cabildo.web;

import cabildo.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;

/// For forms that hold no token, since their page is the same for everybody or asks for no cookie:
/// what the browser says of the page that sends them takes its place. Text browsers say nothing and
/// are let in: such a form carries no authority.
public final class SameOrigin {
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private SameOrigin() {}

  /// Refuses with `NotAllowed` what another site sends.
  public static void check(HttpServletRequest request) {
    if (!isOurs(request)) {
      throw Problem.notAllowed("web.problem.otherSite");
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
