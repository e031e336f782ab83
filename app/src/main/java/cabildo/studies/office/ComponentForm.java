package cabildo.studies.office;

import cabildo.kernel.Ids;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.web.Form;
import java.util.Optional;
import java.util.UUID;

/// Reads with which version a study asks whom.
final class ComponentForm {
  private static final int LONGEST_FORM_ID = 64;

  record NewComponent(Perspective perspective, UUID versionId, String formId) {}

  private ComponentForm() {}

  static Optional<NewComponent> read(
      Form form, OfficePages.OfficePage page, Components components) {
    Optional<Perspective> perspective =
        page.openPerspectives().stream()
            .filter(one -> one.code().equals(form.value("perspective")))
            .findFirst();
    if (perspective.isEmpty()) {
      form.refuse("perspective", "studies.office.component.perspectiveNeeded");
    }
    Optional<UUID> version =
        Ids.read(form.value("version"))
            .filter(id -> page.askable().stream().anyMatch(one -> one.id().equals(id)));
    if (version.isEmpty()) {
      form.refuse("version", "studies.office.component.versionNeeded");
    }
    String formId = formId(form, page, components);
    return form.valid(
        _ -> new NewComponent(perspective.orElseThrow(), version.orElseThrow(), formId));
  }

  /// What is left empty is made of the study's address and the perspective.
  private static String formId(Form form, OfficePages.OfficePage page, Components components) {
    String made =
        form.value("formId").isBlank()
            ? page.stand().study().slug().replace('-', '_') + "_" + form.value("perspective")
            : form.value("formId").strip();
    String formId = made.substring(0, Math.min(LONGEST_FORM_ID, made.length()));
    if (!formId.matches("[a-z][a-z0-9_]*")) {
      form.refuse("formId", "studies.office.component.formIdShape");
    } else if (components.findByForm(formId).isPresent()) {
      form.refuse("formId", "studies.office.component.formIdTaken");
    }
    return formId;
  }
}
