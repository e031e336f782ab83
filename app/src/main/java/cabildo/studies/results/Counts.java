package cabildo.studies.results;

import cabildo.studies.submissions.SheetCoding;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import cabildo.studies.submissions.Tallies.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The running sums of one stream, ready to be asked by unit, item and code.
final class Counts {
  private record Key(int unit, int item, int code) {}

  private final Map<Key, Long> counts = new HashMap<>();
  private final Map<Integer, Long> sheets = new HashMap<>();

  static Counts of(List<Tally> tallies, String stream) {
    Counts counts = new Counts();
    for (Tally tally : tallies) {
      if (!tally.stream().equals(stream)) {
        continue;
      }
      if (tally.item() == SheetCoding.SHEETS) {
        counts.sheets.merge(tally.unit(), tally.n(), Long::sum);
      } else {
        counts.counts.merge(
            new Key(tally.unit(), tally.item(), tally.code()), tally.n(), Long::sum);
      }
    }
    return counts;
  }

  Map<Integer, Long> sheets() {
    return sheets;
  }

  long sheets(int unit) {
    return sheets.getOrDefault(unit, 0L);
  }

  long all() {
    return sheets.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Respondents of a unit by entry of an item: its codes, and at the end everybody else.
  long[] entries(int unit, CodedItem item, int codes) {
    long[] entries = new long[codes + 1];
    long named = 0;
    for (int code = 0; code < codes; code++) {
      entries[code] = counts.getOrDefault(new Key(unit, item.number(), code), 0L);
      named += entries[code];
    }
    entries[codes] = sheets(unit) - named;
    return entries;
  }
}
