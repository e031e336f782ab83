package cabildo.studies.results;

import cabildo.statistics.sums.EstimatedTotals;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The estimated totals of an item's entries, from which all its figures follow.
///
/// @param entries in the order of the totals
record ItemSums(EstimatedTotals totals, List<Entry> entries) {

  /// @param choices one for an entry that has a figure; none for a choice that was not taken and
  ///   for who did not answer; several where so few gave them that they are joined
  /// @param answered whether it belongs to the base
  record Entry(List<String> choices, boolean answered) {}

  static ItemSums of(EstimatedTotals totals, CodedItem item, boolean[] answered) {
    List<Entry> entries = new ArrayList<>();
    for (int code = 0; code < answered.length; code++) {
      List<String> choices = List.of();
      if (answered[code] && item.choice() == null) {
        choices = List.of(item.choices().get(code).name());
      } else if (item.choice() != null && code == 1) {
        choices = List.of(item.choice().name());
      }
      entries.add(new Entry(choices, answered[code]));
    }
    return new ItemSums(totals, List.copyOf(entries));
  }

  /// The same without small cells: the rarest answers are joined until at least `few` people gave
  /// them, and whoever did not answer is one entry. Empty when no figure is left.
  Optional<ItemSums> safe(int few) {
    int[] rarest =
        IntStream.range(0, entries.size())
            .filter(i -> entries.get(i).answered())
            .boxed()
            .sorted(Comparator.comparingLong(i -> totals.n()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] joined = new boolean[entries.size()];
    long people = 0;
    for (int i : rarest) {
      long n = totals.n()[i];
      if (n > 0 && (n < few || (people > 0 && people < few))) {
        joined[i] = true;
        people += n;
      }
    }
    ItemSums safe = people > 0 && people < few ? null : joining(joined).withoutFew(few);
    return Optional.ofNullable(safe)
        .filter(sums -> sums.entries().stream().anyMatch(entry -> entry.choices().size() == 1));
  }

  /// Answers that are not joined, then the joined ones as one, then those without an answer.
  private ItemSums joining(boolean[] joined) {
    int[] to = new int[entries.size()];
    List<Entry> fewer = new ArrayList<>();
    List<String> rare = new ArrayList<>();
    for (int i = 0; i < to.length; i++) {
      if (joined[i]) {
        // The rest of a multiple choice has no name: it is the second that makes the joined two.
        rare.addAll(entries.get(i).choices().isEmpty() ? List.of("") : entries.get(i).choices());
      } else if (entries.get(i).answered()) {
        to[i] = fewer.size();
        fewer.add(entries.get(i));
      }
    }
    if (!rare.isEmpty()) {
      for (int i = 0; i < to.length; i++) {
        to[i] = joined[i] ? fewer.size() : to[i];
      }
      fewer.add(new Entry(List.copyOf(rare), true));
    }
    for (int i = 0; i < to.length; i++) {
      to[i] = entries.get(i).answered() ? to[i] : fewer.size();
    }
    fewer.add(new Entry(List.of(), false));
    return new ItemSums(totals.merged(to, fewer.size()), List.copyOf(fewer));
  }

  /// Who did not answer is the last entry and belongs to no figure: it goes when they are few.
  private ItemSums withoutFew(int few) {
    int last = entries.size() - 1;
    long n = totals.n()[last];
    if (n == 0 || n >= few) {
      return this;
    }
    double[][] covariance = new double[last][];
    Arrays.setAll(covariance, a -> Arrays.copyOf(totals.covariance()[a], last));
    return new ItemSums(
        new EstimatedTotals(
            Arrays.copyOf(totals.total(), last),
            covariance,
            totals.sheets(),
            Arrays.copyOf(totals.n(), last),
            totals.df()),
        entries.subList(0, last));
  }
}
