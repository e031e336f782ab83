package cabildo.files;

import cabildo.db.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Looks into a file: the bytes say what it is, and the name has to agree.
sealed interface Inspection {
  record Good(FileType type) implements Inspection {}

  /// @param key the message with the reason
  record Bad(String key, List<Object> args) implements Inspection {}

  static Inspection of(FileName name, Path file) throws IOException {
    FileType type = FileType.ofEnding(name.ending()).orElse(null);
    if (type == null) {
      return new Bad("files.refused.type", List.of(name.ending(), FileType.accepted()));
    }
    String found = Sniffer.sniff(file);
    return switch (type.family()) {
      case EXACT -> found.equals(type.mediaType()) ? new Good(type) : disguised(name, found);
      case TEXT -> text(name, type, found, file);
      case CONTAINER ->
          found.equals("application/zip") ? container(name, type, file) : disguised(name, found);
    };
  }

  private static Inspection disguised(FileName name, String found) {
    return new Bad("files.refused.disguised", List.of(name.ending(), found));
  }

  private static Inspection text(FileName name, FileType type, String found, Path file)
      throws IOException {
    if (!Sniffer.NO_MORE_THAN_TEXT.contains(found)) {
      return disguised(name, found);
    }
    if (!Sniffer.isText(file)) {
      return new Bad("files.refused.notText", List.of(name.ending()));
    }
    boolean isJson = type == FileType.JSON || type == FileType.GEOJSON;
    return isJson && !Sniffer.isJson(file)
        ? new Bad("files.refused.notJson", List.of(name.ending()))
        : new Good(type);
  }

  private static Inspection container(FileName name, FileType type, Path file) {
    return switch (Container.look(file)) {
      case Container.Fine(String mediaType) ->
          mediaType.equals(type.mediaType()) ? new Good(type) : disguised(name, mediaType);
      case Container.Unsafe(String key, List<Object> args) -> new Bad(key, args);
    };
  }

  /// What the bytes alone tell. Apache Tika knows the marks of some 1,500 types.
  final class Sniffer {
    /// What Tika calls a text in which it finds nothing more special, or letters that it takes for
    /// binary.
    static final Set<String> NO_MORE_THAN_TEXT =
        Set.of(
            "text/plain",
            "text/csv",
            "application/json",
            "application/octet-stream",
            "message/rfc822");

    private static final int FIRST_BYTES = 64 * 1024;

    private Sniffer() {}

    /// Read when first needed: it takes a fifth of a second.
    private static final class Known {
      static final Tika TIKA = new Tika(MimeTypes.getDefaultMimeTypes());
    }

    static String sniff(Path file) throws IOException {
      try (InputStream bytes = Files.newInputStream(file)) {
        byte[] first = bytes.readNBytes(FIRST_BYTES);
        return isZip(first) ? "application/zip" : Known.TIKA.detect(first);
      }
    }

    /// Every kind of it: which one is for `Container` to find out.
    private static boolean isZip(byte[] first) {
      return first.length > 3
          && first[0] == 'P'
          && first[1] == 'K'
          && first[2] == 3
          && first[3] == 4;
    }

    /// No control characters but tabs and ends of lines; any encoding that keeps ASCII.
    static boolean isText(Path file) throws IOException {
      try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
          boolean isControl = b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f';
          if (isControl || b == 0x7f) {
            return false;
          }
        }
        return true;
      }
    }

    static boolean isJson(Path file) {
      try (JsonParser tokens = Json.mapper().createParser(file)) {
        boolean isStructure = tokens.nextToken() != null && tokens.currentToken().isStructStart();
        tokens.skipChildren();
        return isStructure && tokens.nextToken() == null;
      } catch (JacksonException _) {
        return false;
      }
    }
  }
}
