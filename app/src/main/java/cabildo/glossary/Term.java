package cabildo.glossary;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A word and what it means here.
///
/// @param see the slugs of related terms
/// @param source the address of a definition that this one follows
public record Term(
    UUID id,
    String slug,
    String category,
    LocalText term,
    LocalText definition,
    @Nullable String source,
    List<String> see) {
  private static final int MOST_CHARACTERS = 200;

  public Term {
    see = List.copyOf(see);
  }

  public String path() {
    return "/glossary/" + slug;
  }

  /// The first sentence of the definition, cut after a word when it is longer than 200 characters.
  public String tip(Lang lang) {
    String whole = definition.in(lang).text().strip();
    BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.of(lang.code()));
    sentences.setText(whole);
    String first = whole.substring(0, sentences.following(0)).strip();
    if (first.length() <= MOST_CHARACTERS) {
      return first;
    }
    int end = first.lastIndexOf(' ', MOST_CHARACTERS - 1);
    return first.substring(0, end > 0 ? end : MOST_CHARACTERS - 1) + "…";
  }
}
