package cabildo.studies.assessments;

import cabildo.instruments.Filling;
import cabildo.instruments.PlacedItem;
import cabildo.web.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads an objection to a finding, and the resolution of one.
final class ObjectionForm {
  record Text(String path, String text, @Nullable String link) {}

  /// @param value of `PARTLY` only
  record Decision(Objection.Outcome outcome, String reason, @Nullable String value) {}

  private ObjectionForm() {}

  /// @param open findings to which nobody has objected yet
  static Optional<Text> read(Form form, List<Finding> open) {
    List<String> paths = open.stream().map(finding -> finding.item().path()).toList();
    String path = form.choice("path", paths, "studies.assessments.objection.itemNeeded");
    String text = form.text("text", 4000, "studies.assessments.objection.textNeeded");
    Optional<String> link = AnswerForm.link(form, "link");
    return form.valid(_ -> new Text(path, text, link.orElse(null)));
  }

  static Optional<Decision> decision(Form form, Dossier dossier, PlacedItem placed) {
    Optional<Objection.Outcome> outcome =
        Arrays.stream(Objection.Outcome.values())
            .filter(one -> one.code().equals(form.value("outcome")))
            .findFirst();
    if (outcome.isEmpty()) {
      form.refuse("outcome", "studies.assessments.resolution.outcomeNeeded");
    }
    String reason = form.text("reason", 4000, "studies.assessments.resolution.reasonNeeded");
    String value = String.join(" ", form.values("value")).strip();
    boolean isPartly = outcome.filter(Objection.Outcome.PARTLY::equals).isPresent();
    if (isPartly && !fits(dossier, placed, value)) {
      form.refuse("value", "studies.assessments.resolution.valueNeeded");
    }
    return form.valid(_ -> new Decision(outcome.orElseThrow(), reason, isPartly ? value : null));
  }

  private static boolean fits(Dossier dossier, PlacedItem placed, String value) {
    return !value.isEmpty()
        && value.length() <= 4000
        && dossier.fillingOf(Map.of(placed.path(), value)).faults().stream()
            .filter(fault -> fault.path().equals(placed.path()))
            .noneMatch(fault -> fault.kind() != Filling.Kind.REQUIRED);
  }
}
