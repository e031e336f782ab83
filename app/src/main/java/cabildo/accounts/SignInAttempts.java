package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.web.Answer;
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
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What follows a sign-in, and how many failures one address and one account have: ten in ten
/// minutes. A try is counted before it is made, so that many at once are counted too, and given
/// back when it succeeds.
@Component
@Order(-200)
class SignInAttempts extends OncePerRequestFilter {
  /// As Spring Security matches it; counting by another pattern would leave a way around.
  static final String PATH = "/*/sign-in";

  private static final RequestMatcher TRY =
      PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PATH);
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int TRIES = 10;
  private static final int LONGEST_EMAIL = 254;

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(WINDOW).build();
  private final Answers answers;
  private final Problems problems;
  private final Ledger ledger;
  private final People people;

  SignInAttempts(Answers answers, Problems problems, Ledger ledger, People people) {
    this.people = people;
    this.answers = answers;
    this.problems = problems;
    this.ledger = ledger;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (TRY.matches(request) && !(mayTry(address(request)) && mayTry(account(request)))) {
      var tooMany = new Problem.TooMany("accounts.signIn.tooMany", List.of(), WINDOW.toSeconds());
      problems.answer(tooMany.stop(), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean mayTry(String who) {
    return bucket(who).tryConsume(1);
  }

  private Bucket bucket(String who) {
    return Objects.requireNonNull(
        buckets.get(
            who,
            _ ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, WINDOW))
                    .build()));
  }

  private static String address(HttpServletRequest request) {
    return "address:" + request.getRemoteAddr();
  }

  private static String account(HttpServletRequest request) {
    String email = String.valueOf(request.getParameter("email")).strip().toLowerCase(Locale.ROOT);
    return "account:" + email.substring(0, Math.min(email.length(), LONGEST_EMAIL));
  }

  void welcome(HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException {
    bucket(address(request)).addTokens(1);
    buckets.invalidate(account(request));
    if (who.getPrincipal() instanceof SignedIn session) {
      Person person = people.get(session.id());
      ledger.writePrivately(
          new Actor(person.id(), person.name(), List.of()),
          "person.signed_in",
          person.id(),
          Map.of());
    }
    String to = String.valueOf(request.getParameter("to"));
    boolean isOurs = to.matches("/[a-z]{2,3}/[A-Za-z0-9/_-]*([?][A-Za-z0-9=&_-]*)?");
    String path = isOurs ? to : "/" + answers.language(request).code() + "/desk";
    answers.send(Answer.seeOther(path), request, response);
  }

  void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof InternalAuthenticationServiceException defect) {
      problems.answer(Objects.requireNonNullElse(defect.getCause(), defect), request, response);
      return;
    }
    try {
      request
          .getRequestDispatcher("/" + answers.language(request).code() + "/sign-in/refused")
          .forward(request, response);
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }
}
