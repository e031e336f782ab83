package cabildo.studies.office;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Slug;
import cabildo.studies.Study;
import cabildo.studies.office.StudyChoices.Choices;
import cabildo.studies.office.StudyChoices.Choosable;
import cabildo.web.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Reads what a new study is called, what it asks, and for whom.
final class StudyForm {
  private static final int LONGEST_TITLE = 150;
  private static final int LONGEST_QUESTION = 400;

  private StudyForm() {}

  static Optional<Study> read(Form form, Choices choices) {
    String titleEs = form.text("titleEs", LONGEST_TITLE, "studies.office.new.titleNeeded");
    Optional<String> titleEn = form.optionalText("titleEn", LONGEST_TITLE);
    String questionEs =
        form.text("questionEs", LONGEST_QUESTION, "studies.office.new.questionNeeded");
    Optional<String> questionEn = form.optionalText("questionEn", LONGEST_QUESTION);
    var territory = chosen(form, "territory", choices.territories());
    if (territory.isEmpty()) {
      form.refuse("territory", "studies.office.new.territoryNeeded");
    }
    var organisation = chosen(form, "organisation", choices.organisations());
    if (organisation.isEmpty()) {
      form.refuse("organisation", "studies.office.new.organisationNeeded");
    }
    var plan = optional(form, "plan", choices.plans());
    var about = optional(form, "about", choices.served());
    return form.valid(_ ->
        new Study(
            Ids.next(),
            Slug.of(titleEs),
            text(titleEs, titleEn),
            text(questionEs, questionEn),
            territory.orElseThrow(),
            organisation.orElseThrow(),
            plan.orElse(null),
            about.orElse(null),
            false,
            0));
  }

  private static LocalText text(String es, Optional<String> en) {
    Map<String, String> texts = new HashMap<>(Map.of("es", es));
    en.ifPresent(text -> texts.put("en", text));
    return new LocalText(Lang.ES, texts);
  }

  private static Optional<UUID> optional(Form form, String name, List<Choosable> from) {
    Optional<UUID> chosen = chosen(form, name, from);
    if (chosen.isEmpty() && !form.value(name).isEmpty()) {
      form.refuse(name, "studies.office.new.notOffered");
    }
    return chosen;
  }

  private static Optional<UUID> chosen(Form form, String name, List<Choosable> from) {
    return Ids.read(form.value(name))
        .filter(id -> from.stream().anyMatch(one -> one.id().equals(id)));
  }
}
