package cabildo.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files made by hand: the smallest bytes that are what they say, and some that only pretend.
public final class Samples {
  private static final String PNG =
      "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
          + "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082";

  private Samples() {}

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  public static byte[] pdf() {
    return text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  public static byte[] png() {
    return java.util.HexFormat.of().parseHex(PNG);
  }

  /// @param parts name, content, name, content …
  public static byte[] zip(Object... parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < parts.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) parts[i]));
        zip.write(parts[i + 1] instanceof byte[] raw ? raw : text((String) parts[i + 1]));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// @param more name, content, name, content … of further parts
  public static byte[] docx(Object... more) {
    Object[] parts = new Object[more.length + 4];
    parts[0] = "[Content_Types].xml";
    parts[1] =
        "<Types><Override PartName=\"/word/document.xml\" ContentType=\""
            + FileType.DOCX.mediaType()
            + ".main+xml\"/></Types>";
    parts[2] = "word/document.xml";
    parts[3] = "<w:document/>";
    System.arraycopy(more, 0, parts, 4, more.length);
    return zip(parts);
  }

  public static byte[] odt() {
    return zip("mimetype", FileType.ODT.mediaType(), "content.xml", "<office/>");
  }
}
