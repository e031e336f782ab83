package cabildo.web;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.text.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.json.JsonMapper;

/// The one place where what went wrong becomes an answer in the reader's language.
@Component
public class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Answers answers;
  private final Messages messages;
  private final PageCache pages;

  Problems(Answers answers, Messages messages, PageCache pages) {
    this.answers = answers;
    this.messages = messages;
    this.pages = pages;
  }

  /// @param reference what to name when asking for help; only for defects
  public record ProblemPage(int status, String title, String text, @Nullable String reference) {}

  public void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = problemOf(failure);
    if (problem instanceof Problem.Unavailable) {
      RenderedPage last = pages.last(request.getRequestURI());
      if (last != null && request.getMethod().equals("GET")) {
        response.setHeader("Warning", "110 - \"the database is away\"");
        last.send(request, response);
        return;
      }
    }
    if (problem instanceof Problem.SignInNeeded && request.getMethod().equals("GET")) {
      String to = URLEncoder.encode(address(request), StandardCharsets.UTF_8);
      answers.send(
          Answer.seeOther("/" + answers.language(request).code() + "/sign-in?to=" + to),
          request,
          response);
    } else if (problem != null) {
      answer(problem.status(), problem.key(), problem, null, request, response);
    } else if (failure instanceof ErrorResponse error && error.getStatusCode().value() < 500) {
      answer(error.getStatusCode().value(), request, response);
    } else {
      String reference = Ids.next().toString().substring(24);
      LOG.error(
          "defect {} at {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
      answer(500, "web.problem.defect", null, reference, request, response);
    }
  }

  /// A refusal by the server itself or by Spring, known by its status alone.
  public void answer(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = "web.problem.status" + status;
    boolean known = messages.has(Lang.EN, key);
    answer(status, known ? key : "web.problem.status400", null, null, request, response);
  }

  private void answer(
      int status,
      String key,
      @Nullable Problem problem,
      @Nullable String reference,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Lang lang = answers.language(request);
    Object[] args = problem == null ? new Object[0] : problem.args().toArray();
    String text = messages.text(lang, key, args);
    String titleKey = "web.problem.title" + status;
    String title =
        messages.text(lang, messages.has(lang, titleKey) ? titleKey : "web.problem.title400");
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    if (problem instanceof Problem.TooMany tooMany) {
      response.setHeader("Retry-After", String.valueOf(tooMany.waitSeconds()));
    } else if (status == 503) {
      response.setHeader("Retry-After", "5");
    }
    if (wantsJson(request)) {
      sendJson(status, title, text, response);
    } else {
      answers.send(
          new Answer.Page(
              "cabildo/web/problem.jte",
              new ProblemPage(status, title, text, reference),
              status,
              null),
          request,
          response);
    }
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  private static boolean wantsJson(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return request.getRequestURI().endsWith(".json")
        || (accept != null && accept.contains("json") && !accept.contains("html"));
  }

  /// RFC 9457.
  private static void sendJson(int status, String title, String text, HttpServletResponse response)
      throws IOException {
    var body =
        JSON.createObjectNode().put("status", status).put("title", title).put("detail", text);
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getOutputStream()
        .write(JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
  }

  /// The Problem in a failure: our own, or one that the database or the server told; absent for a
  /// defect.
  public static @Nullable Problem problemOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case Problem.Stop stop -> {
          return stop.problem();
        }
        case SQLException sql -> {
          Problem told = problemOf(sql);
          if (told != null) {
            return told;
          }
        }
        case CannotGetJdbcConnectionException _,
            CannotCreateTransactionException _,
            DataAccessResourceFailureException _ -> {
          return new Problem.Unavailable("web.problem.unavailable", List.of());
        }
        case MaxUploadSizeExceededException _ -> {
          return new Problem.TooLarge("web.problem.tooLarge", List.of());
        }
        case MultipartException _ -> {
          return new Problem.Invalid("web.problem.unreadable", List.of());
        }
        case TransientDataAccessException _ -> {
          return new Problem.Conflict("web.problem.conflict", List.of());
        }
        default -> {}
      }
    }
    return null;
  }

  private static @Nullable Problem problemOf(SQLException sql) {
    String state = String.valueOf(sql.getSQLState());
    if (state.startsWith("08") || state.startsWith("57P")) {
      return new Problem.Unavailable("web.problem.unavailable", List.of());
    }
    return switch (state) {
      case "23505" -> new Problem.Conflict("web.problem.exists", List.of());
      case "23503" -> new Problem.Conflict("web.problem.linked", List.of());
      case "23514", "23502", "23000" -> new Problem.Invalid("web.problem.refused", List.of());
      case "40001", "40P01", "55P03" -> new Problem.Conflict("web.problem.conflict", List.of());
      default -> null;
    };
  }
}
