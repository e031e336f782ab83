package cabildo.studies.fieldwork;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.statistics.nonresponse.ResponseRates;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.studies.collection.ContactOutcomes;
import cabildo.studies.sampling.PlanTerms;
import cabildo.studies.sampling.SamplingPlan;
import cabildo.studies.sampling.SamplingPlans;
import cabildo.studies.submissions.Arrivals;
import cabildo.web.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The console for officers, and coverage for everybody once a plan is registered.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class FieldworkPages {
  private static final int NEXT_SHOWN = 10;

  private final Studies studies;
  private final Components components;
  private final SamplingPlans plans;
  private final Fieldwork fieldwork;
  private final ReadCoverage readCoverage;
  private final Pictures pictures;
  private final ContactOutcomes outcomes;
  private final Arrivals arrivals;
  private final Clock clock;

  FieldworkPages(
      Studies studies,
      Components components,
      SamplingPlans plans,
      Fieldwork fieldwork,
      ReadCoverage readCoverage,
      Pictures pictures,
      ContactOutcomes outcomes,
      Arrivals arrivals,
      Clock clock) {
    this.studies = studies;
    this.components = components;
    this.plans = plans;
    this.fieldwork = fieldwork;
    this.readCoverage = readCoverage;
    this.pictures = pictures;
    this.outcomes = outcomes;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /// @param asOf when it was counted
  public record CoveragePage(
      Study study, PlanTerms terms, Coverage coverage, Cartogram picture, Instant asOf) {}

  /// @param coverage absent without a registered plan
  /// @param next the first of `nextCount`
  public record ConsolePage(
      Study study,
      @Nullable CoveragePage coverage,
      List<NextInvitation> next,
      int nextCount,
      ResponseRates rates,
      List<Fieldwork.Flagged> flagged,
      List<Fieldwork.Reviewed> reviewed,
      Daily daily) {

    public long waiting() {
      return flagged.stream().mapToLong(Fieldwork.Flagged::waiting).sum();
    }
  }

  @GetMapping("/coverage")
  Answer coverage(@PathVariable String slug) {
    Field field = field(studies.get(slug)).orElseThrow(Problem::notFound);
    return Answer.page("cabildo/studies/fieldwork/coverage.jte", page(field));
  }

  @GetMapping("/coverage.csv")
  Answer coverageCsv(Lang lang, @PathVariable String slug) {
    Field field = field(studies.get(slug)).orElseThrow(Problem::notFound);
    return new Answer.Document("text/csv", FieldworkCsv.of(lang, coverage(field)), null);
  }

  @GetMapping("/fieldwork")
  Answer console(Actor actor, @PathVariable String slug) {
    Study study = studies.forOfficer(actor, slug);
    Component component = citizens(study);
    Optional<Field> field = field(study);
    List<NextInvitation> next = field.map(Field::next).orElse(List.of());
    return Answer.page(
        "cabildo/studies/fieldwork/console.jte",
        new ConsolePage(
            study,
            field.map(this::page).orElse(null),
            next.stream().limit(NEXT_SHOWN).toList(),
            next.size(),
            outcomes.all(component.id()),
            fieldwork.flagged(component.id()),
            fieldwork.reviewed(component.id()),
            Daily.of(arrivals.of(component.id()))));
  }

  @GetMapping("/fieldwork/days.csv")
  Answer daysCsv(Actor actor, @PathVariable String slug) {
    Component component = citizens(studies.forOfficer(actor, slug));
    String csv = FieldworkCsv.ofDays(arrivals.of(component.id()));
    return new Answer.Document("text/csv", csv, null);
  }

  @GetMapping("/fieldwork/next.csv")
  Answer nextCsv(Actor actor, @PathVariable String slug) {
    Field field = field(studies.forOfficer(actor, slug)).orElseThrow(Problem::notFound);
    return new Answer.Document("text/csv", FieldworkCsv.ofNext(field.next()), null);
  }

  /// A study with its registered plan and what was drawn.
  private record Field(Study study, Component component, PlanTerms terms, List<UnitState> units) {
    List<NextInvitation> next() {
      return NextInvitation.of(units, terms.responseRate());
    }
  }

  /// Absent without a registered plan.
  private Optional<Field> field(Study study) {
    Component component = citizens(study);
    return plans
        .findRegistered(study.id())
        .map(SamplingPlan::promised)
        .map(terms -> new Field(study, component, terms, fieldwork.units(component)));
  }

  private Component citizens(Study study) {
    return components.find(study.id(), Perspective.CITIZEN).orElseThrow(Problem::notFound);
  }

  private Coverage coverage(Field field) {
    return readCoverage.read(field.study(), field.component(), field.terms(), field.units());
  }

  private CoveragePage page(Field field) {
    Coverage coverage = coverage(field);
    Cartogram picture =
        pictures.cartogram(coverage.places().stream().map(Place::territory).toList());
    return new CoveragePage(field.study(), field.terms(), coverage, picture, clock.instant());
  }
}
