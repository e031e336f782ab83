package cabildo.accounts;

import cabildo.web.Answer;
import cabildo.web.Answers;
import cabildo.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/// Who is who, and the token that every form carries. Whether a person may do a thing is asked
/// where it is done, of the thing itself (`Actor.mustHold`): a path cannot know.
@Configuration
class SecurityWiring {
  /// A stranger’s reply carries no authority, so its page may be shared and hold no token; the form
  /// of a study carries none beyond its link, and asks for no cookie.
  private static final String WITHOUT_TOKEN =
      "/[a-z]{2,3}/(comments|answers/[^/]+(/.*)?|studies/[^/]+/answers)";

  private static final Set<String> READING = Set.of("GET", "HEAD");

  @Bean
  SecurityFilterChain guard(
      HttpSecurity http, Answers answers, Problems problems, SignInAttempts attempts) {
    http.authorizeHttpRequests(who -> who.anyRequest().permitAll())
        .anonymous(visitors -> visitors.disable())
        .requestCache(cache -> cache.disable())
        .formLogin(form ->
            form.loginPage("/es/sign-in")
                .loginProcessingUrl(SignInAttempts.PATH)
                .usernameParameter("email")
                .successHandler(attempts::welcome)
                .failureHandler(attempts::refuse))
        .logout(out ->
            out.logoutRequestMatcher(SecurityWiring::isSignOut)
                .logoutSuccessHandler((request, response, _) ->
                    answers.send(
                        Answer.seeOther("/" + answers.language(request).code()),
                        request,
                        response)))
        .csrf(csrf ->
            csrf.csrfTokenRepository(tokens())
                .requireCsrfProtectionMatcher(SecurityWiring::needsToken))
        .exceptionHandling(refusals ->
            refusals.accessDeniedHandler(
                (request, response, _) -> problems.answer(403, request, response)))
        .headers(headers -> headers.disable());
    return http.build();
  }

  /// The token lies in a cookie, so that a visitor who fills in a form needs no session.
  private static CookieCsrfTokenRepository tokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("cabildo-form");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
    return tokens;
  }

  @Bean
  RequestRejectedHandler malformedRequests(Problems problems) {
    return (request, response, _) -> problems.answer(400, request, response);
  }

  private static boolean isSignOut(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && request.getRequestURI().matches("/[a-z]{2,3}/sign-out");
  }

  private static boolean needsToken(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        && !request.getRequestURI().matches(WITHOUT_TOKEN);
  }
}
