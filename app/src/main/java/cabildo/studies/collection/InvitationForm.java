package cabildo.studies.collection;

import cabildo.web.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads for which units to print invitations, and how many for each.
final class InvitationForm {
  static final int MOST_AT_ONCE = 1_000;
  private static final String ALL = "all";

  record Batch(UnitProgress unit, int count) {}

  private InvitationForm() {}

  /// Without a count, what the plan still lacks.
  static Optional<List<Batch>> read(Form form, List<UnitProgress> units) {
    String wanted = form.value("unit");
    List<UnitProgress> chosen =
        units.stream()
            .filter(unit -> wanted.equals(ALL) || wanted.equals(String.valueOf(unit.number())))
            .toList();
    if (chosen.isEmpty()) {
      form.refuse("unit", "studies.collection.invitations.unitNeeded");
    }
    Optional<Integer> count = form.optionalWholeNumber("count", 1, MOST_AT_ONCE);
    List<Batch> batches = new ArrayList<>();
    for (UnitProgress unit : chosen) {
      int n = count.orElse(unit.missing());
      if (n > 0) {
        batches.add(new Batch(unit, n));
      }
    }
    int total = batches.stream().mapToInt(Batch::count).sum();
    if (total > MOST_AT_ONCE) {
      form.refuse("unit", "studies.collection.invitations.tooMany", total, MOST_AT_ONCE);
    } else if (total == 0 && !chosen.isEmpty() && !form.isFaulty()) {
      form.refuse("count", "studies.collection.invitations.noneLacking");
    }
    return form.valid(_ -> batches);
  }
}
