package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.instruments.Versions;
import cabildo.kernel.Lang;
import cabildo.text.Messages;
import cabildo.web.Form;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts answers to the questionnaire of a study.
@Component
public class Questionnaires {
  private final Versions versions;
  private final Messages messages;
  private final Clock clock;

  Questionnaires(Versions versions, Messages messages, Clock clock) {
    this.versions = versions;
    this.messages = messages;
    this.clock = clock;
  }

  public Definition definition(CitizenSide side) {
    return versions.form(side.component().versionId());
  }

  Questionnaire of(CitizenSide side, Sitting sitting) {
    return of(side, sitting.answersByPath(), new Lang(sitting.language()));
  }

  /// @param reading the language of what an expression says, as the name of a choice
  public Questionnaire of(CitizenSide side, Map<String, String> answers, Lang reading) {
    var form = versions.compiled(side.component().versionId());
    return new Questionnaire(form, answers, OffsetDateTime.now(clock), reading);
  }

  /// What is known after a page was sent; see `PageForm`.
  public Map<String, String> read(Form form, List<String> asked, Questionnaire before) {
    return PageForm.answers(form, asked, before, clock.getZone());
  }

  /// The language in which questions are read by somebody who has begun nothing.
  public Lang reading(Definition definition, String wanted, Lang page) {
    return reading(definition, wanted, null, page);
  }

  /// The language in which questions are read: as asked for now, as chosen before, as the page is,
  /// or the original; the first of these that the questionnaire has. A page in another language of
  /// the interface means that the reader changed both.
  Lang reading(Definition definition, String wanted, @Nullable Sitting sitting, Lang page) {
    List<Lang> spoken = definition.languages();
    String before = sitting == null ? page.code() : sitting.language();
    boolean changed = messages.speaks(before) && !before.equals(page.code());
    return List.of(wanted, changed ? page.code() : before, page.code()).stream()
        .flatMap(code -> spoken.stream().filter(lang -> lang.code().equals(code)))
        .findFirst()
        .orElse(definition.original());
  }
}
