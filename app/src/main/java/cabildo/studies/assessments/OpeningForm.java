package cabildo.studies.assessments;

import cabildo.members.Territory;
import cabildo.web.Form;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads which municipalities are asked, and on what terms.
final class OpeningForm {
  /// @param replyDays working days
  record Terms(LocalDate dueOn, int replyDays, int coders) {}

  record Opening(Terms terms, List<Territory> places) {}

  private OpeningForm() {}

  /// @param possible municipalities that are not asked yet
  static Optional<Opening> read(Form form, List<Territory> possible, LocalDate today) {
    Optional<LocalDate> dueOn = form.date("due", "studies.assessments.opening.dueNeeded");
    if (dueOn.isPresent() && !dueOn.get().isAfter(today)) {
      form.refuse("due", "studies.assessments.opening.duePast");
    }
    Optional<Integer> replyDays = form.optionalWholeNumber("reply", 1, 60);
    if (replyDays.isEmpty() && form.fault("reply") == null) {
      form.refuse("reply", "studies.assessments.opening.replyNeeded");
    }
    int coders = form.chose("second", "yes") ? 2 : 1;
    List<Territory> places = places(form, possible);
    if (places.isEmpty()) {
      form.refuse("places", "studies.assessments.opening.placesNeeded");
    }
    return form.valid(
        _ -> new Opening(new Terms(dueOn.orElseThrow(), replyDays.orElseThrow(), coders), places));
  }

  private static List<Territory> places(Form form, List<Territory> possible) {
    if (form.chose("all", "yes")) {
      return possible;
    }
    Set<String> chosen = new HashSet<>(form.values("places"));
    return possible.stream().filter(place -> chosen.contains(place.code())).toList();
  }
}
