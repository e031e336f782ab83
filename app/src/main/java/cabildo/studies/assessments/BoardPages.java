package cabildo.studies.assessments;

import cabildo.instruments.PlacedItem;
import cabildo.instruments.Versions;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.studies.Component;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// For the study's officer: asking municipalities, and how far each has come.
@Controller
@RequestMapping("/{lang}/studies/{slug}/assessments")
@Transactional(readOnly = true)
public class BoardPages {
  private static final String NEW = "cabildo/studies/assessments/opening.jte";

  private final Studies studies;
  private final Phases phases;
  private final Dossiers dossiers;
  private final Assessments assessments;
  private final Territories territories;
  private final Versions versions;
  private final Clock clock;

  BoardPages(
      Studies studies,
      Phases phases,
      Dossiers dossiers,
      Assessments assessments,
      Territories territories,
      Versions versions,
      Clock clock) {
    this.studies = studies;
    this.phases = phases;
    this.dossiers = dossiers;
    this.assessments = assessments;
    this.territories = territories;
    this.versions = versions;
    this.clock = clock;
  }

  public record BoardPage(Study study, List<Assessment> assessments, LocalDate today) {
    public long in(Stage stage) {
      return assessments.stream().filter(one -> one.stage() == stage).count();
    }
  }

  /// @param possible municipalities that are not asked yet
  public record OpeningPage(Study study, List<Territory> possible, Form form) {}

  @GetMapping("/board")
  Answer board(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    List<Assessment> all = assessments.of(dossiers.component(study).id());
    return Answer.page(
        "cabildo/studies/assessments/board.jte", new BoardPage(study, all, LocalDate.now(clock)));
  }

  @GetMapping("/board.csv")
  Answer csv(Lang lang, Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    List<Assessment> all = assessments.of(dossiers.component(study).id());
    return new Answer.Document("text/csv", BoardCsv.of(lang, all, LocalDate.now(clock)), null);
  }

  @GetMapping("/new")
  Answer blank(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    Component component = answerable(study);
    return Answer.page(NEW, new OpeningPage(study, possible(study, component), Form.blank()));
  }

  @PostMapping
  @Transactional
  Answer open(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Component component = answerable(study);
    List<Territory> possible = possible(study, component);
    Optional<OpeningForm.Opening> opening = OpeningForm.read(form, possible, LocalDate.now(clock));
    if (opening.isEmpty()) {
      return Answer.again(NEW, new OpeningPage(study, possible, form));
    }
    for (Territory place : opening.get().places()) {
      assessments.open(actor, study, component, place, opening.get().terms());
    }
    return Answer.seeOther("/" + lang + study.path() + "/assessments/board");
  }

  /// A questionnaire is answered item by item: an instrument with repeats is refused.
  private Component answerable(Study study) {
    if (phases.has(study.id(), Phase.Name.PUBLISHED)) {
      throw Problem.conflict("studies.assessments.studyIsPublished");
    }
    Component component = dossiers.component(study);
    if (versions.form(component.versionId()).items().stream().anyMatch(PlacedItem::isRepeated)) {
      throw Problem.conflict("studies.assessments.opening.repeats");
    }
    return component;
  }

  private List<Territory> possible(Study study, Component component) {
    Set<UUID> asked =
        assessments.of(component.id()).stream()
            .map(Assessment::territoryId)
            .collect(Collectors.toSet());
    Territory whole = territories.get(study.territoryId());
    List<Territory> places =
        whole.isMunicipality() ? List.of(whole) : territories.children(whole.id());
    return places.stream()
        .filter(place -> place.isMunicipality() && !asked.contains(place.id()))
        .toList();
  }
}
