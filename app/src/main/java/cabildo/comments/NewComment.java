package cabildo.comments;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.Optional;

/// A reply before it is in the record.
///
/// @param email kept apart and never shown
public record NewComment(Lang lang, String authorName, Optional<String> email, String body) {
  private static final int TITLE_CHARACTERS = 80;

  /// Its beginning, for lists.
  LocalText title() {
    String line = body.replaceAll("\\s+", " ");
    String start =
        line.codePointCount(0, line.length()) <= TITLE_CHARACTERS
            ? line
            : line.substring(0, line.offsetByCodePoints(0, TITLE_CHARACTERS)) + "…";
    return LocalText.of(lang, start);
  }
}
