package cabildo.studies.results;

import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.members.Organisations;
import cabildo.members.Territories;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.studies.sampling.SamplingPlans;
import cabildo.web.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// Studies: all of them with their verdicts, and one of them with its figures.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class StudyPages {
  private final Studies studies;
  private final Phases phases;
  private final ComposeResults compose;
  private final SamplingPlans plans;
  private final Draws draws;
  private final Subjects subjects;
  private final Organisations organisations;
  private final Territories territories;

  StudyPages(
      Studies studies,
      Phases phases,
      ComposeResults compose,
      SamplingPlans plans,
      Draws draws,
      Subjects subjects,
      Organisations organisations,
      Territories territories) {
    this.studies = studies;
    this.phases = phases;
    this.compose = compose;
    this.plans = plans;
    this.draws = draws;
    this.subjects = subjects;
    this.organisations = organisations;
    this.territories = territories;
  }

  /// @param phase the last one entered
  /// @param results absent until they are published
  public record Listed(Study study, Phase.@Nullable Name phase, @Nullable StudyResults results) {}

  public record StudiesPage(List<Listed> studies) {}

  /// @param about the milestone or line of action that it serves
  public record StudyPage(
      Study study,
      String organisation,
      List<Phase> phases,
      @Nullable Subject about,
      boolean hasPlan,
      boolean isDrawn,
      @Nullable StudyResults results) {

    public boolean has(Phase.Name name) {
      return phases.stream().anyMatch(phase -> phase.phase() == name);
    }
  }

  @GetMapping("/studies")
  Answer list() {
    List<Listed> listed = studies.all().stream().map(this::listed).toList();
    Set<UUID> shows = new HashSet<>(); // what changes anywhere in a tree is announced at its root
    territories.roots().forEach(root -> shows.add(root.id()));
    listed.forEach(one -> shows.add(one.study().id()));
    var page = Answer.page("cabildo/studies/results/studies.jte", new StudiesPage(listed));
    return shows.isEmpty() ? page : page.shared(shows);
  }

  @GetMapping("/studies/{slug}")
  Answer show(@PathVariable String slug) {
    Study study = studies.get(slug);
    return Answer.page("cabildo/studies/results/study.jte", page(study)).shared(shows(study));
  }

  @GetMapping("/studies/{slug}.json")
  Answer json(Lang lang, @PathVariable String slug) {
    Study study = studies.get(slug);
    return new Answer.Document(
        "application/json", ResultsJson.write(published(study), lang), shows(study));
  }

  @GetMapping("/studies/{slug}/results.csv")
  Answer csv(Lang lang, @PathVariable String slug) {
    Study study = studies.get(slug);
    return new Answer.Document(
        "text/csv", ResultsCsv.of(published(study), phases.of(study.id()), lang), shows(study));
  }

  private static Set<UUID> shows(Study study) {
    return Set.of(study.id(), study.territoryId());
  }

  private StudyResults published(Study study) {
    if (!phases.has(study.id(), Phase.Name.PUBLISHED)) {
      throw Problem.notFound();
    }
    return compose.of(study).orElseThrow(Problem::notFound);
  }

  private Listed listed(Study study) {
    List<Phase> entered = phases.of(study.id());
    Phase.Name last = entered.isEmpty() ? null : entered.getLast().phase();
    return new Listed(
        study, last, last == Phase.Name.PUBLISHED ? compose.of(study).orElse(null) : null);
  }

  private StudyPage page(Study study) {
    List<Phase> entered = phases.of(study.id());
    boolean isPublished = phases.has(study.id(), Phase.Name.PUBLISHED);
    UUID aboutId = study.aboutId();
    return new StudyPage(
        study,
        organisations.get(study.organisationId()).name().asWritten().text(),
        entered,
        aboutId == null ? null : subjects.get(aboutId),
        plans.findRegistered(study.id()).isPresent(),
        !draws.units(study.id()).isEmpty(),
        isPublished ? compose.of(study).orElse(null) : null);
  }
}
