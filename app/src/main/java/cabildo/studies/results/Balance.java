package cabildo.studies.results;

import cabildo.instruments.Choice;
import cabildo.members.Territory;
import cabildo.statistics.sums.WeightedUnits;
import cabildo.studies.submissions.SheetCoding;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import cabildo.studies.submissions.Tallies.Tally;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether those who answered are like the people they stand for, as far as the census knows.
final class Balance {
  private static final List<String> WOMAN = List.of("woman", "female", "mujer", "f");

  private Balance() {}

  /// The standardised difference of the weighted share of women to the census; absent when sex was
  /// not asked, or the census does not say.
  static @Nullable Double women(
      SheetCoding coding,
      List<Tally> tallies,
      WeightedUnits units,
      List<Territory> municipalities) {
    Optional<CodedItem> sex =
        coding.items().stream()
            .filter(item -> "cell".equals(item.item().item().use()) && woman(item) >= 0)
            .findFirst();
    Double census = census(municipalities);
    if (sex.isEmpty() || census == null) {
      return null;
    }
    int woman = woman(sex.get());
    double all = 0;
    double women = 0;
    for (Tally tally : tallies) {
      boolean counts =
          tally.stream().equals("probability")
              && tally.item() == sex.get().number()
              && tally.code() < sex.get().choices().size();
      if (counts && tally.unit() < units.count()) {
        double people = units.weight()[tally.unit()] * tally.n();
        all += people;
        women += tally.code() == woman ? people : 0;
      }
    }
    return all == 0 ? null : Math.abs(women / all - census) / Math.sqrt(census * (1 - census));
  }

  private static int woman(CodedItem item) {
    List<Choice> choices = item.choices();
    for (int i = 0; i < choices.size(); i++) {
      if (WOMAN.contains(choices.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable Double census(List<Territory> municipalities) {
    long female = 0;
    long all = 0;
    for (Territory one : municipalities) {
      Integer women = one.female();
      Integer men = one.male();
      if (women != null && men != null) {
        female += women;
        all += women + men;
      }
    }
    return all == 0 ? null : (double) female / all;
  }
}
