package cabildo.studies.openrosa;

import cabildo.studies.sampling.SampledUnit;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Somebody who will bring answers in.
final class CollectorForm {
  private static final int LONGEST_NAME = 80;

  private CollectorForm() {}

  record Wanted(String name, List<Integer> units) {}

  /// @param isTaken whether another collector of the study has this name
  static Optional<Wanted> read(Form form, List<SampledUnit> drawn, Predicate<String> isTaken) {
    String name = form.text("name", LONGEST_NAME, "studies.openrosa.collectors.nameNeeded");
    if (name.indexOf('@') >= 0) {
      form.refuse("name", "studies.openrosa.collectors.noEmail");
    } else if (!name.isEmpty() && isTaken.test(name)) {
      form.refuse("name", "studies.openrosa.collectors.nameTaken");
    }
    List<Integer> units =
        drawn.stream()
            .map(SampledUnit::number)
            .filter(number -> form.chose("units", String.valueOf(number)))
            .toList();
    return form.valid(_ -> new Wanted(name, units));
  }
}
