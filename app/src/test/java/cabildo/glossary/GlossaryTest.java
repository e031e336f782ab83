package cabildo.glossary;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlossaryTest {
  private static Term term(String word, String definition) {
    return new Term(
        Ids.next(),
        cabildo.kernel.Slug.of(word),
        "basics",
        LocalText.of(Lang.ES, word),
        LocalText.of(Lang.ES, definition),
        null,
        List.of());
  }

  private static List<String> words(List<Term> terms) {
    return terms.stream().map(term -> term.term().asWritten().text()).toList();
  }

  @Test
  void spanishWordsStandInTheOrderOfASpanishDictionary() {
    var terms =
        List.of(
            term("Órgano", "x"),
            term("Ñu", "x"),
            term("Plan", "x"),
            term("Nota", "x"),
            term("Ojo", "x"));
    assertThat(words(Glossary.sorted(terms, Lang.ES)))
        .containsExactly("Nota", "Ñu", "Ojo", "Órgano", "Plan");
  }

  @Test
  void accentsDoNotMakeALetterButTheTildeDoes() {
    var letters = Glossary.byLetter(List.of(term("Órgano", "x"), term("Ñu", "x")), Lang.ES);
    assertThat(words(letters.getOrDefault("O", List.of()))).containsExactly("Órgano");
    assertThat(words(letters.getOrDefault("Ñ", List.of()))).containsExactly("Ñu");
    assertThat(letters).hasSize(27).containsEntry("Z", List.of());
    assertThat(Glossary.byLetter(List.of(), Lang.EN)).hasSize(26);
  }

  @Test
  void whatStandsBeforeTheFirstLetterDoesNotCount() {
    var letters = Glossary.byLetter(List.of(term("¿Abrió?", "x"), term("Acta", "x")), Lang.ES);
    assertThat(words(letters.getOrDefault("A", List.of()))).containsExactly("¿Abrió?", "Acta");
  }

  @Test
  void theTipIsTheFirstSentence() {
    assertThat(term("Plan", "Dos años de promesas. Y luego más.").tip(Lang.ES))
        .isEqualTo("Dos años de promesas.");
  }

  @Test
  void aLongTipIsCutAfterAWord() {
    String tip = term("Plan", "palabra ".repeat(60)).tip(Lang.ES);
    assertThat(tip).hasSizeLessThanOrEqualTo(200).endsWith("palabra…");
  }

  @Test
  void everyShippedTermIsCompleteInBothLanguagesAndItsLinksResolve() {
    GlossaryFile shipped = GlossaryFile.shipped();
    var slugs = shipped.entries().stream().map(GlossaryFile.Entry::slug).toList();
    var categories = shipped.categories().stream().map(Category::slug).toList();
    assertThat(slugs).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    assertThat(shipped.entries())
        .allSatisfy(entry -> {
          assertThat(entry.term().texts()).containsKeys("es", "en");
          assertThat(entry.definition().texts()).containsKeys("es", "en");
          assertThat(slugs).containsAll(entry.see());
          assertThat(categories).contains(entry.category());
        });
  }
}
