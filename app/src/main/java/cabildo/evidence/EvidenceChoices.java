package cabildo.evidence;

import cabildo.web.Choice;
import cabildo.web.Ui;
import java.util.List;

/// The options of the form, in the reader's language.
public final class EvidenceChoices {
  private EvidenceChoices() {}

  public static List<Choice> licences(Ui ui) {
    return EvidenceForm.LICENCES.stream()
        .map(code -> new Choice(code, ui.text("evidence.licence." + code)))
        .toList();
  }

  public static List<Choice> yesOrNo(Ui ui) {
    return List.of(
        new Choice("yes", ui.text("evidence.yes")), new Choice("no", ui.text("evidence.no")));
  }
}
