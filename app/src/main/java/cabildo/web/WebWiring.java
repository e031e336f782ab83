package cabildo.web;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Teaches Spring our words: handlers take `Lang`, `Actor` and `Form`, and give an `Answer`.
@Configuration
class WebWiring implements WebMvcConfigurer {
  private final Answers answers;
  private final CurrentActor currentActor;
  private final PageCache pages;

  WebWiring(Answers answers, CurrentActor currentActor, PageCache pages) {
    this.answers = answers;
    this.currentActor = currentActor;
    this.pages = pages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new Argument<>(Lang.class, this::language));
    resolvers.add(new Argument<>(Actor.class, _ -> currentActor.get()));
    resolvers.add(new Argument<>(Form.class, WebWiring::form));
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.add(new AnswerHandler(answers));
  }

  /// Before the facts are read: remembers how many changes were known, so that a page made of older
  /// facts is not kept as new.
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(
        new HandlerInterceptor() {
          @Override
          public boolean preHandle(
              HttpServletRequest request, HttpServletResponse response, Object handler) {
            request.setAttribute(Answers.CHANGES_BEFORE, pages.changesSoFar());
            return true;
          }
        });
  }

  private Lang language(HttpServletRequest request) {
    Lang lang = answers.language(request);
    if (!request.getRequestURI().matches("/" + lang.code() + "(/.*)?")) {
      throw Problem.notFound();
    }
    return lang;
  }

  private static Form form(HttpServletRequest request) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> typed.put(name, Arrays.asList(values)));
    return Form.typed(typed);
  }

  private interface Reader<T> {
    T read(HttpServletRequest request);
  }

  private record Argument<T>(Class<T> type, Reader<T> reader)
      implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == type;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory factory) {
      return Objects.requireNonNull(
          reader.read(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))));
    }
  }

  private record AnswerHandler(Answers answers) implements HandlerMethodReturnValueHandler {
    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
      return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
        @Nullable Object value,
        MethodParameter returnType,
        ModelAndViewContainer container,
        NativeWebRequest request)
        throws Exception {
      container.setRequestHandled(true);
      answers.send(
          (Answer) Objects.requireNonNull(value),
          Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
          Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }
  }
}
