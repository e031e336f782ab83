package cabildo.kernel;

import java.util.Map;
import java.util.Optional;

/// A text in one language or several, of which one is the original and the others are translations.
///
/// @param original the language that it was first written in
/// @param texts the text by language code; holds at least the original
public record LocalText(Lang original, Map<String, String> texts) {

  public LocalText {
    texts = Map.copyOf(texts);
    if (texts.getOrDefault(original.code(), "").isBlank()) {
      throw new IllegalArgumentException("a text needs its original language: " + original);
    }
  }

  public static LocalText of(Lang lang, String text) {
    return new LocalText(lang, Map.of(lang.code(), text));
  }

  /// Two texts of equal standing; the Spanish one counts as the original.
  public static LocalText both(String es, String en) {
    return new LocalText(Lang.ES, Map.of("es", es, "en", en));
  }

  /// The text as a reader of `lang` gets it: translated when it can be, else the original.
  public Reading in(Lang lang) {
    return Optional.ofNullable(texts.get(lang.code()))
        .map(text -> new Reading(text, lang, !lang.equals(original)))
        .orElseGet(this::asWritten);
  }

  public Reading asWritten() {
    return new Reading(texts.getOrDefault(original.code(), ""), original, false);
  }

  /// @param text what is read
  /// @param lang the language that it is in
  /// @param translated whether it is a translation of the original
  public record Reading(String text, Lang lang, boolean translated) {}
}
