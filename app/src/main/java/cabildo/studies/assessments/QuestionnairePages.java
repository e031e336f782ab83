package cabildo.studies.assessments;

import cabildo.db.Json;
import cabildo.instruments.Digest;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.node.ObjectNode;

/// The institution's side: its questionnaire, page by page, and its head's signature.
@Controller
@RequestMapping("/{lang}/studies/{slug}/assessments/{place}")
@Transactional(readOnly = true)
public class QuestionnairePages {
  private static final String OVERVIEW = "cabildo/studies/assessments/questionnaire.jte";
  private static final String SIGN = "cabildo/studies/assessments/signature.jte";

  private final Dossiers dossiers;
  private final Assessments assessments;
  private final GivenAnswers answers;
  private final FillSection fill;

  QuestionnairePages(
      Dossiers dossiers, Assessments assessments, GivenAnswers answers, FillSection fill) {
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.answers = answers;
    this.fill = fill;
  }

  /// @param contributors who answered, by name
  public record QuestionnairePage(
      Dossier dossier, Progress progress, List<String> contributors, Form form) {}

  @GetMapping("/questionnaire")
  Answer overview(Actor actor, @PathVariable String slug, @PathVariable String place) {
    return Answer.page(OVERVIEW, page(mine(actor, slug, place), Form.blank()));
  }

  @GetMapping("/questionnaire/{number:[0-9]{1,2}}")
  Answer show(
      Actor actor,
      @PathVariable String slug,
      @PathVariable String place,
      @PathVariable int number) {
    return fill.show(unsigned(actor, slug, place), number, null);
  }

  @PostMapping("/questionnaire/{number:[0-9]{1,2}}")
  @Transactional
  Answer save(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable String place,
      @PathVariable int number,
      Form form) {
    return fill.save(lang, actor, unsigned(actor, slug, place), number, null, form);
  }

  @GetMapping("/signature")
  Answer askHead(Actor actor, @PathVariable String slug, @PathVariable String place) {
    return Answer.page(SIGN, page(unsigned(actor, slug, place), Form.blank()));
  }

  /// From here on the institution's answers are a fact on the record.
  @PostMapping("/signature")
  @Transactional
  Answer sign(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place, Form form) {
    Dossier dossier = unsigned(actor, slug, place);
    answers.lock(dossier.assessment());
    QuestionnairePage page = page(dossier, form);
    Optional<SignatureForm.Head> head = SignatureForm.read(form);
    if (head.isEmpty() || !page.progress().missing().isEmpty()) {
      return Answer.again(SIGN, page);
    }
    assessments.sign(actor, dossier.assessment(), head.get(), fingerprint(dossier));
    return Answer.seeOther("/" + lang + dossier.path() + "/questionnaire");
  }

  private QuestionnairePage page(Dossier dossier, Form form) {
    var id = dossier.assessment().id();
    Progress progress = Progress.of(dossier, answers.of(id, null));
    return new QuestionnairePage(dossier, progress, answers.contributors(id), form);
  }

  private Dossier mine(Actor actor, String slug, String place) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeInstitution(actor);
    return dossier;
  }

  private Dossier unsigned(Actor actor, String slug, String place) {
    Dossier dossier = mine(actor, slug, place);
    dossier.mustNotBePublished();
    if (dossier.assessment().isSigned()) {
      throw Problem.conflict("studies.assessments.signedAlready");
    }
    return dossier;
  }

  /// SHA-256 of path to value, or to `state: reason`; see `Digest`.
  private String fingerprint(Dossier dossier) {
    ObjectNode signed = Json.mapper().createObjectNode();
    Map<String, GivenAnswer> given = answers.of(dossier.assessment().id(), null);
    given.forEach((path, answer) -> {
      Said said = answer.said();
      SpecialState state = said.state();
      if (state != null) {
        signed.put(path, state.code() + ": " + said.reason());
      } else if (said.value() != null) {
        signed.put(path, said.value());
      }
    });
    return Digest.of(signed);
  }
}
