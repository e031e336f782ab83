package cabildo.studies.collection;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The form itself, page by page. Each page is saved as it was typed, right or wrong, before
/// anything is said about it.
@Controller
@RequestMapping("/{lang}/answers/{code}")
@Transactional(readOnly = true)
public class SittingPages {
  private static final String PAGE = "cabildo/studies/collection/page.jte";
  private static final String CHECK = "cabildo/studies/collection/check.jte";
  private static final String SAVED = "cabildo/studies/collection/saved.jte";

  private final Links links;
  private final Sittings sittings;
  private final Questionnaires questionnaires;
  private final SavePage savePage;
  private final SendAnswers sendAnswers;

  SittingPages(
      Links links,
      Sittings sittings,
      Questionnaires questionnaires,
      SavePage savePage,
      SendAnswers sendAnswers) {
    this.links = links;
    this.sittings = sittings;
    this.questionnaires = questionnaires;
    this.savePage = savePage;
    this.sendAnswers = sendAnswers;
  }

  public record SavedPage(Link link, String address) {}

  /// Where to go on: after the last page that was saved.
  @GetMapping("/pages/next")
  Answer next(Lang lang, @PathVariable String code) {
    Link link = links.get(code);
    if (link.why() != null || !link.isBegun()) {
      return cover(lang, link);
    }
    Questionnaire questionnaire = questionnaires.of(link.side(), link.begun());
    return Answer.seeOther("/" + lang + link.path() + questionnaire.after(link.begun().lastPage()));
  }

  @GetMapping("/pages/{number:[0-9]{1,3}}")
  Answer show(Lang lang, @PathVariable String code, @PathVariable int number, Form form) {
    Link link = links.get(code);
    if (link.why() != null || !link.isBegun()) {
      return cover(lang, link);
    }
    Questionnaire questionnaire = questionnaires.of(link.side(), link.begun());
    FormPage page = questionnaire.page(number).orElseThrow(Problem::notFound);
    Lang reading =
        questionnaires.reading(questionnaire.definition(), form.value("in"), link.begun(), lang);
    return Answer.page(PAGE, savePage.page(link, questionnaire, page, reading, lang, form));
  }

  @PostMapping("/pages/{number:[0-9]{1,3}}")
  @Transactional
  Answer save(
      Lang lang,
      @PathVariable String code,
      @PathVariable int number,
      Form form,
      HttpServletRequest request) {
    Link link = links.get(code);
    if (link.why() != null || !link.isBegun()) {
      return cover(lang, link);
    }
    SavePage.Saved saved = savePage.of(link, number, form, request, lang);
    return saved.again() == null
        ? Answer.seeOther("/" + lang + link.path() + saved.next())
        : Answer.again(PAGE, saved.again());
  }

  /// What a page says when somebody leaves it for later: the way back.
  @GetMapping("/saved")
  Answer saved(@PathVariable String code) {
    Link link = links.get(code);
    return Answer.page(SAVED, new SavedPage(link, InvitationPages.address("")));
  }

  @GetMapping("/check")
  Answer check(Lang lang, @PathVariable String code) {
    Link link = links.get(code);
    if (link.why() != null || !link.isBegun()) {
      return cover(lang, link);
    }
    return Answer.page(CHECK, check(link, Form.blank()));
  }

  /// Answers after the intake has them for good.
  @PostMapping("/submission")
  @Transactional
  Answer send(Lang lang, @PathVariable String code, Form form) {
    Link link = links.get(code);
    if (link.why() != null || !link.isBegun()) {
      return cover(lang, link);
    }
    Sitting sitting = sittings.hold(link.begun());
    Questionnaire questionnaire = questionnaires.of(link.side(), sitting);
    questionnaire
        .faults()
        .forEach(fault -> SentPage.refuse(form, fault, questionnaire, reading(sitting)));
    if (form.isFaulty()) {
      return Answer.again(CHECK, check(link, form));
    }
    sendAnswers.of(link, sitting, questionnaire);
    return Answer.seeOther("/" + lang + link.path() + "/receipt");
  }

  private CheckPage check(Link link, Form form) {
    Questionnaire questionnaire = questionnaires.of(link.side(), link.begun());
    return CheckPage.of(
        link.path(),
        link.side().study().title().in(reading(link.begun())).text(),
        questionnaire,
        reading(link.begun()),
        form,
        false);
  }

  private static Lang reading(Sitting sitting) {
    return new Lang(sitting.language());
  }

  private static Answer cover(Lang lang, Link link) {
    return link.why() == null ? Answer.seeOther("/" + lang + link.path()) : AnswerPages.shut(link);
  }
}
