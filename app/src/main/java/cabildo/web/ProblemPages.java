package cabildo.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/// Brings every failure to `Problems`, whether a handler threw it or the server found it.
@Controller
@ControllerAdvice
class ProblemPages implements ErrorController {
  private final Problems problems;

  ProblemPages(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler(Throwable.class)
  void failed(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (failure instanceof AccessDeniedException || failure instanceof AuthenticationException) {
      throw (RuntimeException) failure;
    }
    problems.answer(failure, request, response);
  }

  @RequestMapping("/error")
  void refused(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
      problems.answer(failure, request, response);
    } else if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
        instanceof Integer status) {
      problems.answer(status, request, response);
    } else {
      problems.answer(404, request, response);
    }
  }
}
