package cabildo.reports;

import cabildo.web.Form;
import java.util.Map;
import java.util.Optional;

/// An evaluator's own statement: where she belongs, and her links to those she assesses.
record DeclarationForm(String affiliation, String independence) {

  static Optional<DeclarationForm> read(Form form) {
    String affiliation = form.text("affiliation", 300, "reports.declaration.affiliationNeeded");
    String independence = form.text("independence", 3000, "reports.declaration.independenceNeeded");
    if (!form.chose("truth", "yes")) {
      form.refuse("truth", "reports.declaration.truthNeeded");
    }
    return form.valid(_ -> new DeclarationForm(affiliation, independence));
  }

  static Form filled(Evaluator own) {
    return Form.filled(
        Map.of(
            "affiliation", String.valueOf(own.affiliation() == null ? "" : own.affiliation()),
            "independence", String.valueOf(own.independence() == null ? "" : own.independence())));
  }
}
