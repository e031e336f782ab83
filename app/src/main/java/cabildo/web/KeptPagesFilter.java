package cabildo.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Serves what is ready before anything else is asked: the kept pages and the static files. It
/// stands before security and sessions, which have nothing to say about what is the same for
/// everybody.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class KeptPagesFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private final transient PageCache pages;
  private final transient Map<String, RenderedPage> files = new HashMap<>();

  KeptPagesFilter(PageCache pages, Assets assets) {
    this.pages = pages;
    assets
        .files()
        .forEach((name, bytes) ->
            files.put(assets.path(name), RenderedPage.forGood(bytes, Assets.mediaType(name))));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, jakarta.servlet.ServletException {
    RenderedPage ready = ready(request);
    if (ready != null) {
      ready.send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private @org.jspecify.annotations.Nullable RenderedPage ready(HttpServletRequest request) {
    String method = request.getMethod();
    if (!(method.equals("GET") || method.equals("HEAD")) || request.getQueryString() != null) {
      return null;
    }
    String path = request.getRequestURI();
    RenderedPage page = pages.fresh(path);
    return page != null ? page : files.get(path);
  }
}
