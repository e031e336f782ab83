package cabildo.studies.assessments;

import cabildo.web.Form;
import java.util.Optional;

/// Reads who answers for the questionnaire.
final class SignatureForm {
  record Head(String name, String post) {}

  private SignatureForm() {}

  static Optional<Head> read(Form form) {
    String name = form.text("head", 200, "studies.assessments.signature.headNeeded");
    String post = form.text("post", 200, "studies.assessments.signature.postNeeded");
    if (!form.chose("sure", "yes")) {
      form.refuse("sure", "studies.assessments.signature.sureNeeded");
    }
    return form.valid(_ -> new Head(name, post));
  }
}
