package cabildo.glossary;

import cabildo.kernel.Lang;
import java.text.Collator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;

/// All terms as they stood at one moment. It is immutable and asks no database, so a page may mark
/// as many terms as it likes.
///
/// @param rootId the subject that every term is part of: a page that shows it grows old when any
///   term changes
public record Glossary(UUID rootId, List<Category> categories, Map<String, Term> terms) {

  public Glossary {
    categories = List.copyOf(categories);
    terms = Map.copyOf(terms);
  }

  public Optional<Term> find(String slug) {
    return Optional.ofNullable(terms.get(slug));
  }

  public Optional<Category> category(String slug) {
    return categories.stream().filter(category -> category.slug().equals(slug)).findFirst();
  }

  public List<Term> ofCategory(String slug, Lang lang) {
    return sorted(
        terms.values().stream().filter(term -> term.category().equals(slug)).toList(), lang);
  }

  /// The related terms of a term, in alphabetical order.
  public List<Term> see(Term term, Lang lang) {
    return sorted(term.see().stream().flatMap(slug -> find(slug).stream()).toList(), lang);
  }

  /// As a dictionary of the language orders them: accents do not count, ñ is a letter.
  public static List<Term> sorted(Collection<Term> terms, Lang lang) {
    Collator collator = Collator.getInstance(Locale.of(lang.code()));
    return terms.stream()
        .sorted(Comparator.comparing((Term term) -> word(term, lang), collator))
        .toList();
  }

  /// The terms by their first letter, every letter of the alphabet included.
  public static SequencedMap<String, List<Term>> byLetter(Collection<Term> terms, Lang lang) {
    Map<String, List<Term>> found =
        sorted(terms, lang).stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    term -> letter(word(term, lang)),
                    TreeMap::new,
                    java.util.stream.Collectors.toList()));
    SequencedMap<String, List<Term>> all = new LinkedHashMap<>();
    alphabet(lang).forEach(letter -> all.put(letter, found.getOrDefault(letter, List.of())));
    found.forEach(all::putIfAbsent);
    return all;
  }

  private static List<String> alphabet(Lang lang) {
    String letters =
        lang.equals(Lang.ES) ? "ABCDEFGHIJKLMNÑOPQRSTUVWXYZ" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    return letters.codePoints().mapToObj(Character::toString).toList();
  }

  private static String letter(String word) {
    String letter = word.isEmpty() ? "#" : word.substring(0, 1).toUpperCase(Locale.ROOT);
    return letter.equals("Ñ")
        ? letter
        : Normalizer.normalize(letter, Normalizer.Form.NFD).substring(0, 1);
  }

  /// The name without what stands before its first letter: `¿Abrió…?` is found under A.
  private static String word(Term term, Lang lang) {
    return term.term().in(lang).text().replaceFirst("^[^\\p{L}\\p{N}]+", "");
  }
}
