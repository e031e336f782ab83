package cabildo.studies.results;

import cabildo.members.Territories;
import cabildo.members.Territory;
import cabildo.statistics.planning.Template;
import cabildo.statistics.sums.WeightedUnits;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.statistics.verdict.ReasonCode;
import cabildo.statistics.verdict.Verdict;
import cabildo.statistics.volunteers.CoverageBounds;
import cabildo.studies.Component;
import cabildo.studies.Components;
import cabildo.studies.Perspective;
import cabildo.studies.Stream;
import cabildo.studies.Study;
import cabildo.studies.sampling.Draws;
import cabildo.studies.sampling.Frame;
import cabildo.studies.sampling.Frames;
import cabildo.studies.sampling.Prices;
import cabildo.studies.sampling.SampledUnit;
import cabildo.studies.sampling.SamplingPlan;
import cabildo.studies.sampling.SamplingPlans;
import cabildo.studies.submissions.Codings;
import cabildo.studies.submissions.SheetCoding;
import cabildo.studies.submissions.SheetCoding.CodedItem;
import cabildo.studies.submissions.Tallies;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Computes a study's figures and verdict from its running sums.
@org.springframework.stereotype.Component
public class ComposeResults {
  private final Components components;
  private final Codings codings;
  private final Tallies tallies;
  private final Territories territories;
  private final SamplingPlans plans;
  private final Frames frames;
  private final Draws draws;
  private final Invited invited;

  public ComposeResults(
      Components components,
      Codings codings,
      Tallies tallies,
      Territories territories,
      SamplingPlans plans,
      Frames frames,
      Draws draws,
      Invited invited) {
    this.components = components;
    this.codings = codings;
    this.tallies = tallies;
    this.territories = territories;
    this.plans = plans;
    this.frames = frames;
    this.draws = draws;
    this.invited = invited;
  }

  /// The citizens' answers of a study; empty when it does not ask citizens.
  public Optional<StudyResults> of(Study study) {
    return components.find(study.id(), Perspective.CITIZEN).map(one -> compose(study, one));
  }

  private StudyResults compose(Study study, Component component) {
    var all = tallies.of(component.id());
    SheetCoding coding = codings.of(component);
    Counts drawn = Counts.of(all, Stream.PROBABILITY.code());
    Counts volunteers = Counts.of(all, Stream.VOLUNTEER.code());
    List<Territory> municipalities = territories.children(study.territoryId());
    List<SampledUnit> units = draws.units(study.id());
    List<Template> prices = Prices.ofFirstTerms(frames.municipalities(study));
    return units.isEmpty()
        ? ofVolunteers(study, coding, volunteers, municipalities, prices)
        : ofSample(study, component.id(), coding, drawn, volunteers, municipalities, units, prices);
  }

  private StudyResults ofVolunteers(
      Study study,
      SheetCoding coding,
      Counts counts,
      List<Territory> municipalities,
      List<Template> prices) {
    DecisionPolicy policy = DecisionPolicy.DEFAULT;
    Coverage coverage = Reach.volunteers(counts, municipalities, policy);
    var estimating =
        new Estimating(
            policy, counts, null, unknownSample(Evidence.SampleKind.VOLUNTEER), counts.all());
    List<ItemFigures> items = items(coding, estimating);
    List<ReasonCode> reasons = new ArrayList<>(List.of(ReasonCode.VOLUNTEER_SAMPLE));
    if (coverage.peopleShare() < policy.minStratumCoverage()) {
      reasons.add(ReasonCode.STRATUM_COVERAGE);
    }
    if (coverage.wellAnswered() < coverage.ofMunicipalities()) {
      reasons.add(ReasonCode.TOO_FEW_RESPONSES);
    }
    StudyVerdict verdict =
        new StudyVerdict(Verdict.Outcome.NOT_CONCLUSIVE, reasons, coverage, policy.version());
    return new StudyResults(
        study, verdict, null, coverage, items, null, bounds(items, coverage), prices);
  }

  private static Evidence unknownSample(Evidence.SampleKind kind) {
    return new Evidence(
        kind,
        false,
        false,
        Evidence.DomainLevel.STATE,
        null,
        null,
        0,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  private static StudyResults.@Nullable Bounds bounds(List<ItemFigures> items, Coverage coverage) {
    for (ItemFigures item : items) {
      Double seen = item.figures().isEmpty() ? null : item.figures().getFirst().share();
      if (item.isOfAll() && item.figures().size() == 2 && seen != null) {
        double w = coverage.peopleShare();
        CoverageBounds bounds =
            CoverageBounds.of(new double[] {w, 1 - w}, new double[] {seen, Double.NaN});
        return new StudyResults.Bounds(
            item,
            seen,
            Optional.ofNullable(bounds.bounds().low()).orElse(0.0),
            Optional.ofNullable(bounds.bounds().high()).orElse(1.0));
      }
    }
    return null;
  }

  private StudyResults ofSample(
      Study study,
      UUID componentId,
      SheetCoding coding,
      Counts counts,
      Counts byThemselves,
      List<Territory> municipalities,
      List<SampledUnit> sampled,
      List<Template> prices) {
    SamplingPlan plan = plans.findRegistered(study.id()).orElseThrow();
    DecisionPolicy policy = plan.promised().policy();
    Frame frame = frames.get(plan.frameId());
    WeightedUnits units = Reach.weighted(sampled, counts);
    Response response =
        Response.of(
            units,
            invited.perUnit(componentId, sampled),
            Balance.women(coding, tallies.of(componentId), units, municipalities));
    Evidence sample = Reach.sample(units, frame, response);
    List<ItemFigures> items =
        items(coding, new Estimating(policy, counts, units, sample, counts.all()));
    Coverage coverage = Reach.sampled(sampled, counts, municipalities, policy);
    Coverage others =
        byThemselves.all() == 0 ? null : Reach.volunteers(byThemselves, municipalities, policy);
    return new StudyResults(
        study, verdict(items, coverage, policy), coverage, others, items, response, null, prices);
  }

  /// The study says about everybody what its items say that everybody was asked: the worst of them.
  private static StudyVerdict verdict(
      List<ItemFigures> items, Coverage coverage, DecisionPolicy policy) {
    Verdict.Outcome worst = Verdict.Outcome.CONCLUSIVE;
    Set<ReasonCode> reasons = new LinkedHashSet<>();
    boolean any = false;
    for (ItemFigures item : items) {
      Verdict verdict = item.verdict();
      if (item.isOfAll() && verdict != null) {
        any = true;
        reasons.addAll(verdict.reasons());
        worst = verdict.outcome().compareTo(worst) > 0 ? verdict.outcome() : worst;
      }
    }
    if (!any) {
      reasons.add(ReasonCode.TOO_FEW_RESPONSES);
      worst = Verdict.Outcome.NOT_CONCLUSIVE;
    }
    return new StudyVerdict(worst, List.copyOf(reasons), coverage, policy.version());
  }

  private static List<ItemFigures> items(SheetCoding coding, Estimating estimating) {
    List<ItemFigures> items = new ArrayList<>();
    for (CodedItem item : coding.items()) {
      if (Estimating.isShown(item)) {
        items.add(estimating.figures(items.size() + 1, item));
      }
    }
    return items;
  }
}
