package cabildo.studies.assessments;

import cabildo.instruments.PlacedItem;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The right of reply: the institution objects to a finding, the officer resolves it.
@Controller
@RequestMapping("/{lang}/studies/{slug}/assessments/{place}/objections")
@Transactional(readOnly = true)
public class ObjectionPages {
  private static final String NEW = "cabildo/studies/assessments/objection.jte";
  private static final String RESOLVE = "cabildo/studies/assessments/resolution.jte";

  private final Dossiers dossiers;
  private final Codings codings;
  private final Objections objections;
  private final ReadFindings findings;
  private final Clock clock;

  ObjectionPages(
      Dossiers dossiers,
      Codings codings,
      Objections objections,
      ReadFindings findings,
      Clock clock) {
    this.dossiers = dossiers;
    this.codings = codings;
    this.objections = objections;
    this.findings = findings;
    this.clock = clock;
  }

  /// @param open findings to which nobody has objected yet
  public record ObjectionPage(Dossier dossier, List<Finding> open, Form form) {}

  public record ResolutionPage(Dossier dossier, Finding finding, Objection objection, Form form) {}

  @GetMapping("/new")
  Answer blank(Actor actor, @PathVariable String slug, @PathVariable String place, Form form) {
    return Answer.page(NEW, page(inTerm(actor, slug, place), form));
  }

  @PostMapping
  @Transactional
  Answer file(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place, Form form) {
    Dossier dossier = inTerm(actor, slug, place);
    ObjectionPage page = page(dossier, form);
    Optional<ObjectionForm.Text> objection = ObjectionForm.read(form, page.open());
    if (objection.isEmpty()) {
      return Answer.again(NEW, page);
    }
    objections.file(actor, dossier.assessment(), objection.get());
    return Answer.seeOther("/" + lang + dossier.path() + "/findings");
  }

  @GetMapping("/{id}/resolution")
  Answer consider(
      Actor actor, @PathVariable String slug, @PathVariable String place, @PathVariable String id) {
    Dossier dossier = dossiers.get(slug, place);
    return Answer.page(RESOLVE, page(dossier, mine(actor, dossier, id), Form.blank()));
  }

  @PostMapping("/{id}/resolution")
  @Transactional
  Answer resolve(
      Lang lang,
      Actor actor,
      @PathVariable String slug,
      @PathVariable String place,
      @PathVariable String id,
      Form form) {
    Dossier dossier = dossiers.get(slug, place);
    Objection objection = mine(actor, dossier, id);
    ResolutionPage page = page(dossier, objection, form);
    PlacedItem placed = page.finding().item();
    Optional<ObjectionForm.Decision> decision = ObjectionForm.decision(form, dossier, placed);
    if (decision.isEmpty()) {
      return Answer.again(RESOLVE, page);
    }
    objections.resolve(actor, dossier.assessment(), objection, decision.get());
    return Answer.seeOther("/" + lang + dossier.path() + "/findings");
  }

  static boolean isInTerm(Dossier dossier, LocalDate today) {
    LocalDate until = dossier.assessment().replyUntil();
    return dossier.assessment().stage() == Stage.IN_REPLY
        && !dossier.isPublished()
        && until != null
        && !today.isAfter(until);
  }

  private Dossier inTerm(Actor actor, String slug, String place) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeInstitution(actor);
    if (!isInTerm(dossier, LocalDate.now(clock))) {
      throw Problem.conflict("studies.assessments.objection.outOfTerm");
    }
    return dossier;
  }

  private ObjectionPage page(Dossier dossier, Form form) {
    List<Finding> open =
        findings.of(dossier).stream().filter(finding -> finding.objection() == null).toList();
    return new ObjectionPage(dossier, open, form);
  }

  /// An open objection, for an officer who neither coded the assessment nor filed it.
  private Objection mine(Actor actor, Dossier dossier, String id) {
    dossier.mustBeOfficer(actor);
    dossier.mustNotBePublished();
    Objection objection =
        objections.of(dossier.assessment().id()).stream()
            .filter(one -> one.id().toString().equals(id))
            .findFirst()
            .orElseThrow(Problem::notFound);
    boolean isParty =
        objection.filedBy().equals(actor.id())
            || codings.find(dossier.assessment().id(), actor).isPresent();
    if (isParty) {
      throw Problem.notAllowed("studies.assessments.resolution.party");
    }
    if (objection.outcome() != null) {
      throw Problem.conflict("studies.assessments.resolution.already");
    }
    return objection;
  }

  private ResolutionPage page(Dossier dossier, Objection objection, Form form) {
    Finding finding =
        findings.of(dossier).stream()
            .filter(one -> one.item().path().equals(objection.path()))
            .findFirst()
            .orElseThrow(Problem::notFound);
    return new ResolutionPage(dossier, finding, objection, form);
  }
}
