package cabildo.studies.openrosa;

import cabildo.kernel.Lang;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Answers as clients want them: the protocol's headers on every one, errors too. Collect takes
/// anything but `text/xml` for a captive portal.
final class Reply {
  private static final String XML = "text/xml; charset=utf-8";
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private Reply() {}

  static void headers(HttpServletResponse response, Lang lang) {
    response.setHeader("X-OpenRosa-Version", "1.0");
    response.setHeader("X-OpenRosa-Accept-Content-Length", String.valueOf(Upload.LARGEST));
    response.setHeader("Content-Language", lang.code());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "private, no-cache");
  }

  /// A sentence that the client shows.
  ///
  /// @param nature `submit_success` or `error`
  static void message(HttpServletResponse response, int status, String nature, String sentence)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    xml(
        response,
        status,
        "<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\" items=\"0\"><message nature=\""
            + nature
            + "\">"
            + escaped(sentence)
            + "</message></OpenRosaResponse>");
  }

  static void formList(HttpServletResponse response, Field field, OpenRosaAddress address)
      throws IOException {
    PhoneForm form = field.form();
    String asked = address.query().get("formID");
    boolean isListed =
        field.standing() != Field.Standing.CLOSED && (asked == null || asked.equals(form.formId()));
    String entry =
        "<xform><formID>%s</formID><name>%s</name><version>%s</version><hash>md5:%s</hash><downloadUrl>%s</downloadUrl></xform>"
            .formatted(
                escaped(form.formId()),
                escaped(form.title()),
                escaped(form.version()),
                form.md5(),
                escaped(address.to("forms/" + form.formId() + ".xml")));
    xml(
        response,
        200,
        "<xforms xmlns=\"http://openrosa.org/xforms/xformsList\">"
            + (isListed ? entry : "")
            + "</xforms>");
  }

  /// Forms carry no files of their own.
  static void manifest(HttpServletResponse response) throws IOException {
    xml(response, 200, "<manifest xmlns=\"http://openrosa.org/xforms/xformsManifest\"/>");
  }

  static void form(HttpServletRequest request, HttpServletResponse response, PhoneForm form)
      throws IOException {
    String tag = "\"" + form.md5() + "\"";
    response.setHeader("ETag", tag);
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      response.setStatus(304);
      return;
    }
    send(
        response,
        200,
        "application/xml; charset=utf-8",
        form.xml().getBytes(StandardCharsets.UTF_8));
  }

  private static void xml(HttpServletResponse response, int status, String content)
      throws IOException {
    send(response, status, XML, (HEAD + content).getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpServletResponse response, int status, String mediaType, byte[] bytes)
      throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  /// What XML cannot hold is left out.
  private static String escaped(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .filter(Reply::isWritable)
        .forEach(letter -> {
          switch (letter) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> escaped.appendCodePoint(letter);
          }
        });
    return escaped.toString();
  }

  private static boolean isWritable(int letter) {
    boolean isControl = letter < ' ' && letter != '\n' && letter != '\t';
    boolean isHalf = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    return !isControl && !isHalf && letter != 0xFFFE && letter != 0xFFFF;
  }
}
