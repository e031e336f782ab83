package cabildo.glossary;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The glossary, by letters and by categories, and each of its terms.
@Controller
@RequestMapping("/{lang}/glossary")
@Transactional(readOnly = true)
public class GlossaryPages {
  private final Terms terms;

  public GlossaryPages(Terms terms) {
    this.terms = terms;
  }

  /// @param category the one that is shown; absent when all are
  public record GlossaryPage(
      List<Category> categories, @Nullable Category category, List<Letter> letters, int count) {}

  public record Letter(String letter, List<Term> terms) {}

  /// @param see the related terms
  public record TermPage(Term term, @Nullable Category category, List<Term> see) {}

  @GetMapping
  Answer all(Lang lang) {
    Glossary glossary = terms.glossary();
    return list(glossary, null, glossary.terms().values(), lang);
  }

  @GetMapping("/categories/{slug}")
  Answer category(Lang lang, @PathVariable String slug) {
    Glossary glossary = terms.glossary();
    Category category = glossary.category(slug).orElseThrow(Problem::notFound);
    return list(glossary, category, glossary.ofCategory(slug, lang), lang);
  }

  private static Answer list(
      Glossary glossary, @Nullable Category category, Collection<Term> shown, Lang lang) {
    List<Letter> letters =
        Glossary.byLetter(shown, lang).entrySet().stream()
            .map(entry -> new Letter(entry.getKey(), entry.getValue()))
            .toList();
    var page = new GlossaryPage(glossary.categories(), category, letters, shown.size());
    return Answer.page("cabildo/glossary/glossary.jte", page).shared(Set.of(glossary.rootId()));
  }

  @GetMapping("/{slug}")
  Answer show(Lang lang, @PathVariable String slug) {
    Glossary glossary = terms.glossary();
    Term term = glossary.find(slug).orElseThrow(Problem::notFound);
    var page =
        new TermPage(
            term, glossary.category(term.category()).orElse(null), glossary.see(term, lang));
    return Answer.page("cabildo/glossary/show.jte", page).shared(Set.of(glossary.rootId()));
  }
}
