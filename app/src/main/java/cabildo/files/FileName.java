package cabildo.files;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file's name that can be kept as it is: no path, nothing invisible, and an ending.
public record FileName(String text) {
  private static final int MOST_CHARACTERS = 150;

  public FileName {
    String why = whyNot(text);
    if (why != null) {
      throw new IllegalArgumentException(why);
    }
  }

  /// The key of the reason why this is no name to keep, or nothing when it is one.
  static @Nullable String whyNot(String text) {
    if (text.isBlank()) {
      return "files.refused.name.none";
    }
    if (text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.startsWith("..")) {
      return "files.refused.name.path";
    }
    if (text.codePoints().anyMatch(FileName::isInvisible)) {
      return "files.refused.name.invisible";
    }
    if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
      return "files.refused.name.long";
    }
    int dot = text.lastIndexOf('.');
    boolean hasEnding = dot > 0 && dot < text.length() - 1 && text.strip().equals(text);
    return hasEnding ? null : "files.refused.name.ending";
  }

  /// Control characters, marks that turn the direction of writing, halves of characters.
  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /// `pdf` of `Acta.PDF`.
  String ending() {
    return text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
