package cabildo.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import cabildo.accounts.People;
import cabildo.accounts.Signed;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// The site as people see it: `site.as("ana").get("/en/plans")`, `site.asVisitor().post(…)`.
public final class Site {
  private final MockMvc web;
  private final People people;

  public Site(MockMvc web, People people) {
    this.web = web;
    this.people = people;
  }

  public Visit asVisitor() {
    return new Visit(null);
  }

  /// @param who the part of a demonstration account before `@example.org`
  public Visit as(String who) {
    return new Visit(who + "@example.org");
  }

  /// What came back: HTML is read with `page()`.
  public record Seen(int status, String location, String text, MockHttpServletResponse response) {
    public Document page() {
      return Jsoup.parse(text);
    }

    /// The text a person reads in the main part.
    public String main() {
      return page().select("main").text();
    }

    public String errors() {
      return page().select(".error-summary").text();
    }
  }

  public final class Visit {
    private final @Nullable String email;

    private Visit(@Nullable String email) {
      this.email = email;
    }

    public Seen get(String path) {
      return perform(MockMvcRequestBuilders.get(java.net.URI.create(path)));
    }

    /// @param fields name, value, name, value …
    public Seen post(String path, String... fields) {
      return perform(with(MockMvcRequestBuilders.post(java.net.URI.create(path)), fields));
    }

    /// Posts without the token that forms carry.
    public Seen postWithoutToken(String path, String... fields) {
      return send(with(MockMvcRequestBuilders.post(java.net.URI.create(path)), fields));
    }

    public Seen upload(String path, String field, String fileName, byte[] bytes, String... fields) {
      var file = new MockMultipartFile(field, fileName, "application/octet-stream", bytes);
      return perform(with(multipart(java.net.URI.create(path)).file(file), fields));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B with(
        B request, String... fields) {
      for (int i = 0; i < fields.length; i += 2) {
        request.param(fields[i], fields[i + 1]);
      }
      return request;
    }

    private Seen perform(AbstractMockHttpServletRequestBuilder<?> request) {
      return send(request.with(csrf()));
    }

    private Seen send(AbstractMockHttpServletRequestBuilder<?> request) {
      if (email != null) {
        request.with(Signed.in(people.findByEmail(email).orElseThrow()));
      }
      try {
        MockHttpServletResponse response = web.perform(request).andReturn().getResponse();
        return new Seen(
            response.getStatus(),
            String.valueOf(response.getHeader("Location")),
            response.getContentAsString(StandardCharsets.UTF_8),
            response);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
