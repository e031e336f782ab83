package cabildo.studies;

import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// The table in the field `file` of a form.
public final class UploadedTable {
  private static final String FIELD = "file";
  private static final String KEY = "studies.file.";

  /// In bytes: 5 MB of text.
  private static final long LARGEST = 5_000_000;

  private static final int LONGEST_NAME = 150;

  private UploadedTable() {}

  /// The text of the file; a fault is left in the form when there is none that can be read.
  public static Optional<String> text(Form form, HttpServletRequest request) {
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = multipart == null ? null : multipart.getFile(FIELD);
    if (file == null || file.isEmpty()) {
      form.refuse(FIELD, KEY + "needed");
      return Optional.empty();
    }
    if (file.getSize() > LARGEST) {
      form.refuse(FIELD, KEY + "tooLarge", LARGEST / 1_000_000);
      return Optional.empty();
    }
    try {
      Optional<DecodedText> text = DecodedText.of(file.getBytes());
      if (text.isEmpty()) {
        form.refuse(FIELD, KEY + "notText");
      }
      return text.map(DecodedText::text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// As its owner named it, without a path and not too long.
  public static String name(HttpServletRequest request) {
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = multipart == null ? null : multipart.getFile(FIELD);
    String name = file == null ? "" : String.valueOf(file.getOriginalFilename());
    String plain = name.replaceAll("^.*[/\\\\]|\\p{Cntrl}", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  /// The table; a fault is left in the form when there is none.
  public static Optional<Table> read(Form form, HttpServletRequest request) {
    return text(form, request).flatMap(text -> table(form, text));
  }

  public static Optional<Table> table(Form form, String text) {
    return switch (Table.read(text)) {
      case Table.Good(Table table) -> Optional.of(table);
      case Table.Bad(Table.Refusal why) -> {
        form.refuse(FIELD, KEY + why.key(), why.args().toArray());
        yield Optional.empty();
      }
    };
  }
}
