package cabildo.studies.assessments;

import cabildo.evidence.EvidenceItem;
import cabildo.evidence.EvidenceItems;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.WorkCalendars;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Both sides item by item: told to the institution with a term to object, and concluded.
@Controller
@RequestMapping("/{lang}/studies/{slug}/assessments/{place}")
@Transactional(readOnly = true)
public class FindingPages {
  private final Dossiers dossiers;
  private final Assessments assessments;
  private final Codings codings;
  private final ReadFindings findings;
  private final EvidenceItems evidence;
  private final WorkCalendars calendars;
  private final Clock clock;

  FindingPages(
      Dossiers dossiers,
      Assessments assessments,
      Codings codings,
      ReadFindings findings,
      EvidenceItems evidence,
      WorkCalendars calendars,
      Clock clock) {
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.codings = codings;
    this.findings = findings;
    this.evidence = evidence;
    this.calendars = calendars;
    this.clock = clock;
  }

  /// @param agreement of two blind coders; absent when there was one
  /// @param replyUntil of an assessment that is not told yet: when its term would end
  /// @param mayObject whether this person may file objections today
  public record FindingsPage(
      Dossier dossier,
      List<Finding> findings,
      List<EvidenceItem> vault,
      @Nullable Agreement agreement,
      LocalDate replyUntil,
      boolean isOfficer,
      boolean mayObject,
      boolean mayConclude) {

    public List<Finding> contradictions() {
      return findings.stream().filter(Finding::contradicts).toList();
    }

    public List<Finding> agreed() {
      return findings.stream().filter(finding -> !finding.contradicts()).toList();
    }
  }

  @GetMapping("/findings")
  Answer show(Actor actor, @PathVariable String slug, @PathVariable String place) {
    Dossier dossier = dossiers.get(slug, place);
    actor.mustBeSignedIn();
    mustSee(actor, dossier);
    return Answer.page("cabildo/studies/assessments/findings.jte", page(actor, dossier));
  }

  @PostMapping("/preliminary")
  @Transactional
  Answer tell(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place, Form form) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeOfficer(actor);
    dossier.mustNotBePublished();
    if (dossier.assessment().stage() != Stage.VALIDATED) {
      throw Problem.conflict("studies.assessments.notValidated");
    }
    assessments.tell(actor, dossier.assessment(), replyUntil(dossier), form.chose("public", "yes"));
    return Answer.seeOther("/" + lang + dossier.path() + "/findings");
  }

  /// After the term, when every objection is resolved: the final finding stands.
  @PostMapping("/conclusion")
  @Transactional
  Answer conclude(Lang lang, Actor actor, @PathVariable String slug, @PathVariable String place) {
    Dossier dossier = dossiers.get(slug, place);
    dossier.mustBeOfficer(actor);
    dossier.mustNotBePublished();
    if (!mayBeConcluded(dossier.assessment())) {
      throw Problem.conflict("studies.assessments.conclusion.tooEarly");
    }
    assessments.conclude(actor, dossier.assessment());
    return Answer.seeOther("/" + lang + dossier.path() + "/findings");
  }

  /// Officers from the validation on; institution and coders once the finding was told.
  private void mustSee(Actor actor, Dossier dossier) {
    Assessment assessment = dossier.assessment();
    boolean isTold = assessment.toldAt() != null;
    boolean isParty =
        dossier.isInstitution(actor) || codings.find(assessment.id(), actor).isPresent();
    if (!dossier.isOfficer(actor) && !(isTold && isParty)) {
      throw Problem.notAllowed("studies.assessments.notYours");
    }
    if (assessment.stage().compareTo(Stage.VALIDATED) < 0) {
      throw Problem.conflict("studies.assessments.notValidated");
    }
  }

  private FindingsPage page(Actor actor, Dossier dossier) {
    Assessment assessment = dossier.assessment();
    boolean isOfficer = dossier.isOfficer(actor);
    return new FindingsPage(
        dossier,
        findings.of(dossier),
        evidence.of(assessment.id()),
        findings.agreement(dossier),
        replyUntil(dossier),
        isOfficer,
        dossier.isInstitution(actor) && ObjectionPages.isInTerm(dossier, today()),
        isOfficer && mayBeConcluded(assessment));
  }

  private boolean mayBeConcluded(Assessment assessment) {
    LocalDate until = assessment.replyUntil();
    return assessment.stage() == Stage.IN_REPLY
        && until != null
        && today().isAfter(until)
        && assessment.open() == 0;
  }

  private LocalDate replyUntil(Dossier dossier) {
    return calendars.official().after(today(), dossier.assessment().replyDays());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
