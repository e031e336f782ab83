package cabildo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The bytes of a public answer, compressed once, with the tag by which browsers know it again.
///
/// It is immutable; whoever is handed its bytes leaves them as they are.
public final class RenderedPage {
  private final byte[] gzip;
  private final String etag;
  private final String mediaType;
  private final String cacheControl;

  private RenderedPage(byte[] plain, String mediaType, String cacheControl) {
    this.gzip = compress(plain);
    this.etag = tag(plain);
    this.mediaType = mediaType;
    this.cacheControl = cacheControl;
  }

  /// Kept by browsers, asked again every time.
  public static RenderedPage of(byte[] plain, String mediaType) {
    return new RenderedPage(plain, mediaType, "public, no-cache");
  }

  /// Never changes under its address.
  public static RenderedPage forGood(byte[] plain, String mediaType) {
    return new RenderedPage(plain, mediaType, "public, max-age=31536000, immutable");
  }

  /// In bytes, compressed.
  public int size() {
    return gzip.length;
  }

  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    SecurityHeaders.set(response);
    response.setHeader("ETag", etag);
    response.setHeader("Cache-Control", cacheControl);
    response.setHeader("Vary", "Accept-Encoding");
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(etag)) {
      response.setStatus(304);
      return;
    }
    byte[] body = gzip;
    if (acceptsGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
    } else {
      body = plain();
    }
    response.setContentType(mediaType);
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }

  static boolean acceptsGzip(HttpServletRequest request) {
    String encodings = request.getHeader("Accept-Encoding");
    return encodings != null && encodings.contains("gzip");
  }

  private byte[] plain() throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }

  private static byte[] compress(byte[] plain) {
    var bytes = new ByteArrayOutputStream(plain.length / 3 + 64);
    try (var out = new BestGzip(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String tag(byte[] plain) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(plain);
      return '"'
          + Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22)
          + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
