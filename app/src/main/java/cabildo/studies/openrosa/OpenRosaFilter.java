package cabildo.studies.openrosa;

import cabildo.files.Vault;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.text.Messages;
import cabildo.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The OpenRosa interface: list of forms, form, manifest, submission. It stands before security,
/// sessions and handlers, which know nothing of phones and would cost more than the rest.
///
/// Source: <https://docs.getodk.org/openrosa/>.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class OpenRosaFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(OpenRosaFilter.class);
  private static final String RETRY_SECONDS = "30";
  private static final int LONGEST_DEVICE = 200;

  private final transient SignIn signIn;
  private final transient TakeSubmission takeSubmission;
  private final transient Refusals refusals;
  private final transient Vault vault;
  private final transient Messages messages;

  OpenRosaFilter(
      SignIn signIn,
      TakeSubmission takeSubmission,
      Refusals refusals,
      Vault vault,
      Messages messages) {
    this.signIn = signIn;
    this.takeSubmission = takeSubmission;
    this.refusals = refusals;
    this.vault = vault;
    this.messages = messages;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getRequestURI().startsWith(OpenRosaAddress.START)) {
      chain.doFilter(request, response);
      return;
    }
    Lang lang = lang(request);
    Reply.headers(response, lang);
    try {
      answer(request, response, lang);
    } catch (Refused refused) {
      refuse(request, response, refused, lang);
    } catch (RuntimeException failure) {
      fail(request, response, failure, lang);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Lang lang)
      throws IOException {
    OpenRosaAddress address =
        OpenRosaAddress.of(request).orElseThrow(() -> new Refused(Refused.Why.NO_SUCH_PLACE));
    List<String> rest = address.rest();
    boolean isForm =
        rest.size() == 2 && rest.get(0).equals("forms") && rest.get(1).endsWith(".xml");
    if (!isForm && request.getHeader("X-OpenRosa-Version") == null) {
      throw new Refused(Refused.Why.NO_VERSION);
    }
    Field field = signIn.of(address, request);
    if (rest.equals(List.of("submission"))) {
      submission(field, address, request, response, lang);
      return;
    }
    mustRead(request);
    if (rest.equals(List.of("formList"))) {
      Reply.formList(response, field, address);
    } else if (isForm && rest.get(1).equals(field.form().formId() + ".xml")) {
      Reply.form(request, response, field.form());
    } else if (rest.equals(List.of("forms", field.form().formId(), "manifest"))) {
      Reply.manifest(response);
    } else {
      throw new Refused(Refused.Why.NO_SUCH_PLACE);
    }
  }

  private static void mustRead(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw new Refused(Refused.Why.WRONG_METHOD);
    }
  }

  private void submission(
      Field field,
      OpenRosaAddress address,
      HttpServletRequest request,
      HttpServletResponse response,
      Lang lang)
      throws IOException {
    if (!request.getMethod().equals("POST")) {
      mustRead(request);
      response.setStatus(204);
      return;
    }
    Upload upload = Upload.read(request, vault);
    try {
      takeSubmission.take(field, upload, device(address), lang);
    } catch (Refused refused) {
      keep(field, refused, upload, lang);
      throw refused;
    }
    response.setHeader("Vary", "*");
    Reply.message(
        response, 201, "submit_success", messages.text(lang, "studies.openrosa.received"));
  }

  private static @Nullable String device(OpenRosaAddress address) {
    String device = address.query().getOrDefault("deviceID", "").replaceAll("\\p{Cntrl}", "");
    return device.isBlank() ? null : device.substring(0, Math.min(device.length(), LONGEST_DEVICE));
  }

  /// Of somebody who did not agree nothing is kept.
  private void keep(Field field, Refused refused, Upload upload, Lang lang) {
    LOG.info("a submission to {} was refused: {}", field.study().slug(), refused.why().code());
    if (refused.why() != Refused.Why.NO_CONSENT) {
      refusals.keep(field.collector(), refused.why(), sentence(refused, lang), upload.xml());
    }
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, Refused refused, Lang lang)
      throws IOException {
    if (refused.why() == Refused.Why.SIGN_IN_NEEDED) {
      for (String challenge : signIn.challenges(request)) {
        response.addHeader("WWW-Authenticate", challenge);
      }
    }
    if (refused.why() == Refused.Why.WRONG_METHOD) {
      response.setHeader("Allow", "GET, HEAD, POST");
    }
    if (refused.why() == Refused.Why.TOO_MANY_TRIES) {
      response.setHeader("Retry-After", "600");
    }
    Reply.message(response, refused.why().status(), "error", sentence(refused, lang));
  }

  /// Not taken in, and nobody's fault who sends: the client keeps what it has and comes again.
  private void fail(
      HttpServletRequest request, HttpServletResponse response, RuntimeException failure, Lang lang)
      throws IOException {
    @Nullable Problem problem = Problems.problemOf(failure);
    if (problem == null) {
      LOG.error("defect at {} in the interface for phones", request.getMethod(), failure);
    }
    if (response.isCommitted()) {
      return;
    }
    response.setHeader("Retry-After", RETRY_SECONDS);
    boolean isAway = problem instanceof Problem.Unavailable;
    Reply.message(
        response,
        isAway ? 503 : 500,
        "error",
        messages.text(lang, isAway ? "studies.openrosa.away" : "studies.openrosa.defect"));
  }

  private String sentence(Refused refused, Lang lang) {
    return messages.text(lang, refused.why().key(), refused.args());
  }

  /// The language that the client asks for, else the first one: phones here mostly ask for none.
  private Lang lang(HttpServletRequest request) {
    String header = request.getHeader("Accept-Language");
    if (header != null) {
      for (String one : header.split("[,;]", 20)) {
        String code = one.strip().toLowerCase(Locale.ROOT).split("-", 2)[0];
        if (messages.speaks(code)) {
          return new Lang(code);
        }
      }
    }
    return messages.languages().getFirst();
  }
}
