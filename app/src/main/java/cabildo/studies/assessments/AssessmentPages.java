package cabildo.studies.assessments;

import cabildo.evidence.EvidenceItem;
import cabildo.evidence.EvidenceItems;
import cabildo.kernel.Actor;
import cabildo.kernel.Role;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What everybody may read of assessments, and what waits for one person.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class AssessmentPages {
  private final Dossiers dossiers;
  private final Assessments assessments;
  private final Codings codings;
  private final GivenAnswers answers;
  private final ReadFindings findings;
  private final EvidenceItems evidence;
  private final Studies studies;
  private final Phases phases;
  private final Clock clock;

  AssessmentPages(
      Dossiers dossiers,
      Assessments assessments,
      Codings codings,
      GivenAnswers answers,
      ReadFindings findings,
      EvidenceItems evidence,
      Studies studies,
      Phases phases,
      Clock clock) {
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.codings = codings;
    this.answers = answers;
    this.findings = findings;
    this.evidence = evidence;
    this.studies = studies;
    this.phases = phases;
    this.clock = clock;
  }

  public record ListPage(Study study, List<Assessment> assessments, boolean isPublished) {}

  /// @param findings empty while they are not public
  /// @param contributors who answered for the institution
  /// @param validator by name; absent while nobody has coded
  /// @param history earlier versions of the institution's answers, by saving
  public record AssessmentPage(
      Dossier dossier,
      List<Finding> findings,
      List<EvidenceItem> vault,
      List<String> contributors,
      @Nullable String validator,
      @Nullable Agreement agreement,
      List<GivenAnswer> history) {

    public long changed() {
      return findings.stream().filter(Finding::isChanged).count();
    }

    public long contradictions() {
      return findings.stream().filter(Finding::contradicts).count();
    }
  }

  /// @param coding signed assessments that the person may code, or does
  public record OwnPage(List<Assessment> answering, List<Place> coding, LocalDate today) {}

  /// @param mine whether the person codes it already; else it may be taken up
  public record Place(Assessment assessment, @Nullable Coding mine) {}

  @GetMapping("/studies/{slug}/assessments")
  Answer list(@PathVariable String slug) {
    Study study = studies.get(slug);
    List<Assessment> all = assessments.of(dossiers.component(study).id());
    boolean isPublished = phases.has(study.id(), Phase.Name.PUBLISHED);
    return Answer.page(
            "cabildo/studies/assessments/list.jte", new ListPage(study, all, isPublished))
        .shared(Set.of(study.id()));
  }

  /// The same for everybody, the people who work on it included: what is not public is not here.
  @GetMapping("/studies/{slug}/assessments/{place:[a-z0-9-]+}")
  Answer show(@PathVariable String slug, @PathVariable String place) {
    Dossier dossier = dossiers.get(slug, place);
    return Answer.page("cabildo/studies/assessments/assessment.jte", page(dossier))
        .shared(Set.of(dossier.study().id(), dossier.assessment().id()));
  }

  private AssessmentPage page(Dossier dossier) {
    UUID id = dossier.assessment().id();
    if (!dossier.isOpenToAll()) {
      return new AssessmentPage(dossier, List.of(), List.of(), List.of(), null, null, List.of());
    }
    return new AssessmentPage(
        dossier,
        findings.of(dossier),
        evidence.of(id),
        answers.contributors(id),
        codings.of(id).stream().findFirst().map(Coding::personName).orElse(null),
        findings.agreement(dossier),
        answers.history(id));
  }

  @GetMapping("/assessments")
  Answer own(Actor actor) {
    actor.mustBeSignedIn();
    List<Assessment> answering =
        assessments.inProgress(assessments.territoriesOf(scopes(actor, Role.LIAISON)));
    return Answer.page(
        "cabildo/studies/assessments/own.jte",
        new OwnPage(answering, coding(actor), LocalDate.now(clock)));
  }

  /// Free places, and those that the person holds.
  private List<Place> coding(Actor actor) {
    List<Place> places = new ArrayList<>();
    if (actor.holds(Role.EVALUATOR)) {
      for (Assessment assessment : assessments.signed()) {
        List<Coding> taken = codings.of(assessment.id());
        Coding mine =
            taken.stream()
                .filter(coding -> coding.personId().equals(actor.id()))
                .findFirst()
                .orElse(null);
        boolean isFree = taken.size() < assessment.coders() && assessment.toldAt() == null;
        if ((mine != null || isFree) && dossiers.of(assessment).mayCode(actor)) {
          places.add(new Place(assessment, mine));
        }
      }
    }
    return places;
  }

  private static Collection<UUID> scopes(Actor actor, Role role) {
    return actor.grants().stream()
        .filter(grant -> grant.role() == role)
        .map(Actor.Grant::scopeId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
