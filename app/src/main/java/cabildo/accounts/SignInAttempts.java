package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.web.Answers;
import cabildo.web.Problems;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What follows a sign-in, and how many tries one address and one account have: ten in ten minutes.
@Component
@Order(-200)
class SignInAttempts extends OncePerRequestFilter {
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int TRIES = 10;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();
  private final Answers answers;
  private final Problems problems;
  private final Ledger ledger;

  SignInAttempts(Answers answers, Problems problems, Ledger ledger) {
    this.answers = answers;
    this.problems = problems;
    this.ledger = ledger;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean isTry =
        request.getMethod().equals("POST")
            && request.getRequestURI().matches("/[a-z]{2,3}/sign-in");
    if (isTry && !(mayTry(request.getRemoteAddr()) && mayTry(account(request)))) {
      var tooMany = new Problem.TooMany("accounts.signIn.tooMany", List.of(), WINDOW.toSeconds());
      problems.answer(tooMany.stop(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean mayTry(String who) {
    return Objects.requireNonNull(
            buckets.get(
                who,
                _ ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, WINDOW))
                        .build()))
        .tryConsume(1);
  }

  private static String account(HttpServletRequest request) {
    return "account:"
        + String.valueOf(request.getParameter("email")).strip().toLowerCase(Locale.ROOT);
  }

  void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    buckets.invalidate(request.getRemoteAddr());
    buckets.invalidate(account(request));
    if (who.getPrincipal() instanceof SignedIn(var id, _, _)) {
      ledger.writePrivately(
          new Actor(id, who.getName(), List.of()), "person.signed_in", id, Map.of());
    }
    String to = String.valueOf(request.getParameter("to"));
    boolean isOurs = to.matches("/[a-z]{2,3}/[A-Za-z0-9/_-]*");
    response.sendRedirect(isOurs ? to : "/" + answers.language(request).code() + "/desk");
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    try {
      request
          .getRequestDispatcher("/" + answers.language(request).code() + "/sign-in/refused")
          .forward(request, response);
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }
}
