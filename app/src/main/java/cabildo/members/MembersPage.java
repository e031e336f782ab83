package cabildo.members;

import cabildo.kernel.Lang;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Countries, their states, and the municipalities of each state by size, the largest stratum
/// first.
///
/// @param query what the municipalities' names were searched for; empty shows all
public record MembersPage(String query, List<Country> countries, int found, int all) {

  public record Country(Territory country, List<State> states) {}

  public record State(Territory state, int municipalities, List<Stratum> strata) {}

  /// @param size how many municipalities the stratum has, shown or not
  /// @param people how many live there, of all in the state's municipalities
  public record Stratum(SizeStratum stratum, List<Territory> shown, int size, Share people) {}

  static MembersPage of(Lang lang, String query, List<Territory> all, List<SizeStratum> strata) {
    List<Country> countries =
        of(Level.COUNTRY, all).stream()
            .map(country -> new Country(country, states(lang, query, country, all, strata)))
            .toList();
    int found =
        countries.stream()
            .flatMap(country -> country.states().stream())
            .flatMap(state -> state.strata().stream())
            .mapToInt(stratum -> stratum.shown().size())
            .sum();
    return new MembersPage(query, countries, found, of(Level.MUNICIPALITY, all).size());
  }

  private static List<State> states(
      Lang lang, String query, Territory country, List<Territory> all, List<SizeStratum> strata) {
    return of(Level.STATE, all).stream()
        .filter(state -> country.id().equals(state.parentId()))
        .map(state -> {
          List<Territory> parts =
              all.stream().filter(part -> state.id().equals(part.parentId())).toList();
          return new State(state, parts.size(), strata(lang, query, parts, strata));
        })
        .toList();
  }

  private static List<Stratum> strata(
      Lang lang, String query, List<Territory> parts, List<SizeStratum> strata) {
    long people = people(parts);
    Collator collator = Collator.getInstance(Locale.forLanguageTag(lang.code()));
    List<Stratum> blocks = new ArrayList<>();
    for (SizeStratum stratum : strata.reversed()) {
      List<Territory> held =
          parts.stream().filter(part -> stratum.slug().equals(part.sizeStratum())).toList();
      List<Territory> shown =
          held.stream()
              .filter(part -> isFound(query, part, lang))
              .sorted(Comparator.comparing(part -> part.name().in(lang).text(), collator))
              .toList();
      if (!shown.isEmpty()) {
        blocks.add(new Stratum(stratum, shown, held.size(), new Share(people(held), people)));
      }
    }
    return blocks;
  }

  private static boolean isFound(String query, Territory territory, Lang lang) {
    return plain(territory.name().in(lang).text()).contains(plain(query))
        || territory.code().equals(query);
  }

  /// Without accents and capitals, so that `ecatepec` and `Tecámac` are found as people type them.
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  private static long people(List<Territory> territories) {
    return territories.stream().mapToLong(Territory::population).sum();
  }

  private static List<Territory> of(Level level, List<Territory> all) {
    return all.stream().filter(territory -> territory.level() == level).toList();
  }
}
