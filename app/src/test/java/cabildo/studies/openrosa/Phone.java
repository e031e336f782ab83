package cabildo.studies.openrosa;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/// A client that speaks the protocol byte by byte, as its documents describe it.
final class Phone {
  private static final String BOUNDARY = "----boundary-of-the-phone";

  private final MockMvc web;
  private final String base;
  private final List<String> headers = new ArrayList<>();
  private String address = "127.0.0.1";

  /// @param base as in `/v1/key/…/projects/campo-2026`
  Phone(MockMvc web, String base) {
    this.web = web;
    this.base = base;
  }

  Phone with(String header, String value) {
    var other = new Phone(web, base);
    other.headers.addAll(headers);
    other.headers.addAll(List.of(header, value));
    return other;
  }

  /// @param network address
  Phone from(String network) {
    address = network;
    return this;
  }

  record Said(MockHttpServletResponse response) {
    int status() {
      return response.getStatus();
    }

    String header(String name) {
      return String.valueOf(response.getHeader(name));
    }

    String text() {
      return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    Document xml() {
      return Jsoup.parse(text(), "", Parser.xmlParser());
    }

    String message() {
      return xml().select("OpenRosaResponse > message").text();
    }
  }

  Said get(String path) {
    return send(MockMvcRequestBuilders.get(uri(path)));
  }

  Said head(String path) {
    return send(MockMvcRequestBuilders.head(uri(path)));
  }

  Said post(String path, byte[] body, String type) {
    return send(MockMvcRequestBuilders.post(uri(path)).contentType(type).content(body));
  }

  /// @param files name, content, name, content …
  Said submit(String xml, String... files) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("xml_submission_file", "form.xml", xml));
    for (int i = 0; i < files.length; i += 2) {
      parts.add(new Part(files[i], files[i], files[i + 1]));
    }
    return submit("submission", parts);
  }

  /// @param fileName empty for a plain field
  record Part(String name, String fileName, String content) {}

  Said submit(String path, List<Part> parts) {
    var body = new ByteArrayOutputStream();
    for (Part part : parts) {
      String file = part.fileName().isEmpty() ? "" : "; filename=\"" + part.fileName() + "\"";
      String text =
          "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: text/xml\r\n\r\n%s\r\n"
              .formatted(BOUNDARY, part.name(), file, part.content());
      body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return post(path, body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
  }

  private java.net.URI uri(String path) {
    return java.net.URI.create(path.startsWith("/") ? path : base + "/" + path);
  }

  private Said send(MockHttpServletRequestBuilder request) {
    if (!headers.contains("X-OpenRosa-Version")) {
      request.header("X-OpenRosa-Version", "1.0");
    }
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i + 1).isEmpty()) {
        request.header(headers.get(i), headers.get(i + 1));
      }
    }
    request.with(one -> {
      one.setRemoteAddr(address);
      return one;
    });
    try {
      return new Said(web.perform(request).andReturn().getResponse());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
