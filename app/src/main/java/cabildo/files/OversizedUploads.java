package cabildo.files;

import cabildo.kernel.Problem;
import cabildo.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Uploads that the server itself cuts off, far beyond what the vault takes: the server finds out
/// while security reads the form's token, before any page could say so. The reason is the vault's.
@Component
@Order(-300)
class OversizedUploads extends OncePerRequestFilter {
  private final Problems problems;

  OversizedUploads(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException failure) {
      SizeException tooLarge = tooLarge(failure).orElseThrow(() -> failure);
      problems.answer(
          new Problem.TooLarge(
                  "files.refused.tooLarge", List.of(tooLarge.getActualSize(), Vault.LARGEST))
              .stop(),
          request,
          response);
    }
  }

  private static Optional<SizeException> tooLarge(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SizeException size) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }
}
