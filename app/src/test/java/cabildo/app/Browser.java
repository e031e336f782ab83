package cabildo.app;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser without script: it keeps cookies, follows no redirect by itself, and sends a form with
/// the token that the form's page gave it. Each has an address of its own.
final class Browser {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final HttpClient client = HttpClient.newHttpClient();
  private final String site;
  private final String address = "203.0.113." + NUMBER.incrementAndGet();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  Browser(int port) {
    site = "http://127.0.0.1:" + port;
  }

  record Seen(int status, Map<String, List<String>> headers, String text) {
    String header(String name) {
      return String.join("\n", headers.getOrDefault(name, List.of()));
    }

    Document page() {
      return Jsoup.parse(text);
    }

    String main() {
      return page().select("main").text();
    }
  }

  String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  void bring(String name, String value) {
    cookies.put(name, value);
  }

  Seen get(String path) {
    return send(HttpRequest.newBuilder(URI.create(site + path)).GET());
  }

  /// Opens the page that holds the form, and sends it.
  Seen submit(String formPath, String path, String... fields) {
    String token = get(formPath).page().select("input[name=_csrf]").attr("value");
    List<String> all = new ArrayList<>(List.of(fields));
    all.addAll(List.of("_csrf", token));
    return post(path, all.toArray(String[]::new));
  }

  /// Sends what it is given and no more.
  Seen post(String path, String... fields) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      body.append(body.isEmpty() ? "" : "&")
          .append(fields[i])
          .append('=')
          .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create(site + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private Seen send(HttpRequest.Builder request) {
    request.header("X-Forwarded-For", address);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          String.join(
              "; ",
              cookies.entrySet().stream()
                  .map(one -> one.getKey() + "=" + one.getValue())
                  .toList()));
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      answer.headers().allValues("set-cookie").forEach(this::keep);
      return new Seen(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String cookie) {
    String[] parts = cookie.split(";", 2)[0].split("=", 2);
    if (parts[1].isEmpty()) {
      cookies.remove(parts[0]);
    } else {
      cookies.put(parts[0], parts[1]);
    }
  }
}
