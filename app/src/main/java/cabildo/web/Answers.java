package cabildo.web;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.text.Messages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// The one place where an `Answer` becomes bytes.
@Component
public class Answers {
  static final String CHANGES_BEFORE = "cabildo.changesBefore";
  private static final String HTML = "text/html; charset=utf-8";

  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Messages messages;
  private final Assets assets;
  private final Clock clock;
  private final PageCache pages;
  private final CurrentActor currentActor;

  public Answers(
      Messages messages, Assets assets, Clock clock, PageCache pages, CurrentActor currentActor) {
    this.messages = messages;
    this.assets = assets;
    this.clock = clock;
    this.pages = pages;
    this.currentActor = currentActor;
    templates.setTrimControlStructures(true);
  }

  public void send(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (answer) {
      case Answer.Page page -> send(page, request, response);
      case Answer.Document document ->
          send(
              document.text().getBytes(StandardCharsets.UTF_8),
              document.mediaType() + "; charset=utf-8",
              200,
              document.shows(),
              request,
              response);
      case Answer.Bytes bytes ->
          send(bytes.body(), bytes.mediaType(), 200, bytes.shows(), request, response);
      case Answer.SeeOther other -> redirect(303, other.path(), response);
      case Answer.Moved moved -> redirect(301, moved.path(), response);
      case Answer.Download download -> send(download, response);
      case Answer.Stream stream -> send(stream, request, response);
    }
  }

  private void send(Answer.Page page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Ui ui = ui(request, page.shows() != null || page.status() == 503);
    var output = new Utf8ByteOutput();
    templates.render(page.template(), Map.of("ui", ui, "page", page.page()), output);
    var bytes = new ByteArrayOutputStream(output.getContentLength());
    output.writeTo(bytes::write);
    send(bytes.toByteArray(), HTML, page.status(), page.shows(), request, response);
  }

  private void send(
      byte[] body,
      String mediaType,
      int status,
      @Nullable Set<UUID> shows,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (shows != null && status == 200 && request.getQueryString() == null) {
      RenderedPage page = RenderedPage.of(body, mediaType);
      if (request.getAttribute(CHANGES_BEFORE) instanceof Long before) {
        pages.keep(request.getRequestURI(), page, shows, before);
      }
      page.send(request, response);
      return;
    }
    SecurityHeaders.set(response);
    response.setStatus(status);
    response.setHeader("Cache-Control", shows == null ? "no-store" : "public, no-cache");
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private void redirect(int status, String path, HttpServletResponse response) {
    response.setStatus(status);
    response.setHeader("Location", path);
    response.setHeader("Cache-Control", "no-store");
  }

  private void send(Answer.Download download, HttpServletResponse response) throws IOException {
    SecurityHeaders.set(response);
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setContentType(download.mediaType());
    response.setContentLengthLong(Files.size(download.file()));
    response.setHeader("Cache-Control", "private, no-cache");
    ContentDisposition.Builder disposition =
        download.inline() ? ContentDisposition.inline() : ContentDisposition.attachment();
    name(response, disposition, download.fileName());
    Files.copy(download.file(), response.getOutputStream());
  }

  private void send(Answer.Stream stream, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    SecurityHeaders.set(response);
    response.setContentType(stream.mediaType());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Vary", "Accept-Encoding");
    name(response, ContentDisposition.attachment(), stream.fileName());
    if (!RenderedPage.acceptsGzip(request)) {
      stream.body().writeTo(response.getOutputStream());
      return;
    }
    response.setHeader("Content-Encoding", "gzip");
    var gzip = new GZIPOutputStream(response.getOutputStream(), 64 * 1024);
    stream.body().writeTo(gzip);
    gzip.finish();
  }

  private static void name(
      HttpServletResponse response, ContentDisposition.Builder disposition, String fileName) {
    response.setHeader(
        "Content-Disposition",
        disposition.filename(fileName, StandardCharsets.UTF_8).build().toString());
  }

  private Ui ui(HttpServletRequest request, boolean isShared) {
    String uri = request.getRequestURI();
    Lang lang = language(request);
    String prefix = "/" + lang.code();
    String path = uri.equals(prefix) ? "" : uri.startsWith(prefix + "/") ? uri.substring(3) : "";
    Actor actor = isShared ? Actor.visitor("") : currentActor.get();
    return new Ui(lang, path, actor, messages, assets, clock.getZone(), () -> token(request));
  }

  /// The language of the address, else the one that the browser asks for, else the first.
  public Lang language(HttpServletRequest request) {
    String[] parts = request.getRequestURI().split("/", 3);
    if (parts.length > 1 && messages.speaks(parts[1])) {
      return new Lang(parts[1]);
    }
    return java.util.Collections.list(request.getLocales()).stream()
        .map(java.util.Locale::getLanguage)
        .filter(messages::speaks)
        .findFirst()
        .map(Lang::new)
        .orElseGet(() -> messages.languages().getFirst());
  }

  private static String token(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
