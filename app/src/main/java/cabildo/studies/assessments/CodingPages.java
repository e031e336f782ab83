package cabildo.studies.assessments;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The evaluators' side: the same items, coded without seeing what the institution or each other
/// says.
@Controller
@RequestMapping("/{lang}/studies/{slug}/assessments/{place}")
@Transactional(readOnly = true)
public class CodingPages {
  private static final String OVERVIEW = "cabildo/studies/assessments/coding.jte";

  private final Dossiers dossiers;
  private final Codings codings;
  private final GivenAnswers answers;
  private final FillSection fill;
  private final ReadFindings findings;

  CodingPages(
      Dossiers dossiers,
      Codings codings,
      GivenAnswers answers,
      FillSection fill,
      ReadFindings findings) {
    this.dossiers = dossiers;
    this.codings = codings;
    this.answers = answers;
    this.fill = fill;
    this.findings = findings;
  }

  /// @param unsettled items on which the two coders differ, once both have finished
  public record CodingPage(
      Dossier dossier, Coding coding, Progress progress, List<Progress.Missing> unsettled) {}

  @PostMapping("/codings")
  @Transactional
  Answer begin(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeEvaluator(actor);
    dossier.mustNotBePublished();
    if (!dossier.assessment().isSigned()) {
      throw Problem.conflict("studies.assessments.coding.notSigned");
    }
    answers.lock(dossier.assessment());
    codings.begin(actor, dossier.assessment());
    return Answer.seeOther("/" + lang + dossier.path() + "/coding");
  }

  @GetMapping("/coding")
  Answer overview(Actor actor, @PathVariable String slug, @PathVariable String place) {
    Dossier dossier = dossier(actor, slug, place);
    return Answer.page(OVERVIEW, page(dossier, codings.get(dossier.assessment(), actor)));
  }

  @GetMapping("/coding/{number:[0-9]{1,2}}")
  Answer show(
      Actor actor,
      @PathVariable String slug,
      @PathVariable String place,
      @PathVariable int number) {
    Dossier dossier = untold(actor, slug, place);
    return fill.show(dossier, number, codings.get(dossier.assessment(), actor));
  }

  @PostMapping("/coding/{number:[0-9]{1,2}}")
  @Transactional
  Answer save(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable String place,
      @PathVariable int number,
      Form form) {
    Dossier dossier = untold(actor, slug, place);
    Coding coding = codings.get(dossier.assessment(), actor);
    return fill.save(lang, actor, dossier, number, coding, form);
  }

  @PostMapping("/coding/completion")
  @Transactional
  Answer finish(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place) {
    Dossier dossier = untold(actor, slug, place);
    answers.lock(dossier.assessment());
    CodingPage page = page(dossier, codings.get(dossier.assessment(), actor));
    if (!page.progress().missing().isEmpty()) {
      return Answer.again(OVERVIEW, page);
    }
    codings.finish(actor, page.coding());
    return Answer.seeOther("/" + lang + dossier.path() + "/coding");
  }

  private CodingPage page(Dossier dossier, Coding coding) {
    Progress progress = Progress.of(dossier, answers.of(dossier.assessment().id(), coding.id()));
    return new CodingPage(dossier, coding, progress, findings.unsettled(dossier, coding));
  }

  private Dossier dossier(Actor actor, String slug, String place) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeEvaluator(actor);
    return dossier;
  }

  private Dossier untold(Actor actor, String slug, String place) {
    Dossier dossier = dossier(actor, slug, place);
    dossier.mustNotBePublished();
    if (dossier.assessment().toldAt() != null) {
      throw Problem.conflict("studies.assessments.toldAlready");
    }
    return dossier;
  }
}
