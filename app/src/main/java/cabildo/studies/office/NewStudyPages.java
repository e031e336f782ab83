package cabildo.studies.office;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.studies.Studies;
import cabildo.web.Answer;
import cabildo.web.Form;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Beginning a study.
@Controller
@RequestMapping("/{lang}/studies")
@Transactional(readOnly = true)
public class NewStudyPages {
  private static final String FORM = "cabildo/studies/office/new.jte";

  private final Studies studies;
  private final StudyChoices choices;

  NewStudyPages(Studies studies, StudyChoices choices) {
    this.studies = studies;
    this.choices = choices;
  }

  public record NewStudyPage(StudyChoices.Choices choices, Form form) {}

  @GetMapping("/new")
  Answer form(Actor actor, Form form) {
    return Answer.page(FORM, new NewStudyPage(offered(actor), form));
  }

  @PostMapping
  @Transactional
  Answer add(Lang lang, Actor actor, Form form) {
    var offered = offered(actor);
    var study = StudyForm.read(form, offered);
    study
        .flatMap(one -> studies.find(one.slug()))
        .ifPresent(_ -> form.refuse("titleEs", "studies.office.new.titleTaken"));
    if (study.isEmpty() || form.isFaulty()) {
      return Answer.again(FORM, new NewStudyPage(offered, form));
    }
    studies.add(actor, study.get());
    return Answer.seeOther("/" + lang + study.get().path() + "/office");
  }

  /// Officers of an organisation; others are told which role it takes.
  private StudyChoices.Choices offered(Actor actor) {
    actor.mustBeSignedIn();
    var offered = choices.of(actor);
    if (!actor.holds(Role.OFFICER) || offered.organisations().isEmpty()) {
      throw Problem.notAllowed("web.problem.roleNeeded.officer");
    }
    return offered;
  }
}
