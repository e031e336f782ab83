package cabildo.studies.sampling;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.statistics.planning.Template;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The plan of a sample: what each precision costs, what is promised, and the promise for everybody
/// to see.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class PlanPages {
  private static final String PLANNER = "cabildo/studies/sampling/planner.jte";
  private static final String PLAN = "cabildo/studies/sampling/plan.jte";

  private final Studies studies;
  private final Frames frames;
  private final SamplingPlans plans;
  private final Draws draws;
  private final Clock clock;

  PlanPages(Studies studies, Frames frames, SamplingPlans plans, Draws draws, Clock clock) {
    this.studies = studies;
    this.frames = frames;
    this.plans = plans;
    this.draws = draws;
    this.clock = clock;
  }

  /// @param prices of both templates by the terms in the form; empty while those cannot be read
  /// @param kept the draft, once there is one
  public record PlannerPage(
      Study study, List<Price> prices, @Nullable SamplingPlan kept, int units, Form form) {}

  /// @param isChosen whether the form names this template
  public record Price(Template template, boolean isChosen) {
    public boolean isFeasible() {
      return template.status() == cabildo.statistics.Status.OK;
    }

    public String code() {
      return template.kind().name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// @param drawn whether the sample is drawn
  public record PlanPage(
      Study study,
      SamplingPlan plan,
      PlanTerms terms,
      Frame frame,
      List<PlanStratum> strata,
      boolean drawn) {

    public long completes() {
      return strata.stream().mapToLong(PlanStratum::completes).sum();
    }

    public long invitations() {
      return strata.stream().mapToLong(PlanStratum::invitations).sum();
    }

    public long drawnUnits() {
      return strata.stream().mapToLong(PlanStratum::drawnUnits).sum();
    }

    public long frameUnits() {
      return strata.stream().mapToLong(PlanStratum::frameUnits).sum();
    }
  }

  /// The planner while it is being made, for officers; the plan for everybody once it is
  /// registered.
  @GetMapping("/plan")
  Answer show(Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.get(slug);
    Optional<SamplingPlan> kept = plans.find(study.id());
    if (kept.isPresent() && kept.get().isRegistered()) {
      return Answer.page(PLAN, page(study, kept.get())).shared(Set.of(study.id()));
    }
    if (!actor.isSignedIn()) {
      throw Problem.notFound();
    }
    actor.mustHold(Role.OFFICER, study.scopes());
    return Answer.page(PLANNER, planner(study, kept, form));
  }

  @GetMapping("/plan.json")
  Answer json(@PathVariable String slug) {
    Study study = studies.get(slug);
    SamplingPlan plan = plans.findRegistered(study.id()).orElseThrow(Problem::notFound);
    var json = SamplingPlans.registered(plan, frames.get(plan.frameId()));
    json.put("sha256", plan.sha256());
    json.put("registeredAt", String.valueOf(plan.registeredAt()));
    return new Answer.Document("application/json", cabildo.db.Json.write(json), Set.of(study.id()));
  }

  @GetMapping("/frame.csv")
  Answer frame(@PathVariable String slug) {
    Study study = studies.get(slug);
    SamplingPlan plan = plans.findRegistered(study.id()).orElseThrow(Problem::notFound);
    return new Answer.Document(
        "text/csv", FrameCsv.of(frames.units(plan.frameId())), Set.of(study.id()));
  }

  @PostMapping("/plan")
  @Transactional
  Answer keep(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Optional<SamplingPlan> kept = draft(study);
    List<FrameUnit> units = units(study, kept);
    Optional<PlanForm.Planned> planned = PlanForm.read(form, units.size(), false);
    if (planned.isEmpty()) {
      return Answer.again(PLANNER, planner(study, kept, form));
    }
    keep(actor, study, kept, planned.get());
    return Answer.seeOther("/" + lang + study.path() + "/plan");
  }

  /// Registers what is kept; what is typed in the form at that moment is kept first.
  @PostMapping("/plan/registration")
  @Transactional
  Answer register(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    Optional<SamplingPlan> kept = draft(study);
    List<FrameUnit> units = units(study, kept);
    Optional<PlanForm.Planned> planned = PlanForm.read(form, units.size(), true);
    if (planned.isPresent() && !isFeasible(planned.get().terms(), units)) {
      form.refuse("stateMargin", "studies.sampling.plan.infeasible");
    }
    if (planned.isEmpty() || form.isFaulty()) {
      return Answer.again(PLANNER, planner(study, kept, form));
    }
    SamplingPlan plan = keep(actor, study, kept, planned.get());
    Frame frame = frames.get(plan.frameId());
    plans.register(
        actor, study, plan, frame, Allotment.of(plan.promised(), frames.units(frame.id())));
    return Answer.seeOther("/" + lang + study.path() + "/plan");
  }

  private static boolean isFeasible(PlanTerms terms, List<FrameUnit> units) {
    return Allotment.price(terms, terms.template(), units).status() == cabildo.statistics.Status.OK;
  }

  private SamplingPlan keep(
      Actor actor, Study study, Optional<SamplingPlan> kept, PlanForm.Planned planned) {
    Frame frame =
        kept.map(plan -> frames.get(plan.frameId()))
            .filter(old -> old.coverage() == planned.terms().coverage())
            .orElseGet(() -> frames.takeCensus(actor, study, planned.terms().coverage()));
    plans.keep(
        actor,
        study,
        frame,
        planned.terms(),
        planned.seedCommitment(),
        kept.map(SamplingPlan::revision).orElse(null));
    return plans.find(study.id()).orElseThrow();
  }

  private Optional<SamplingPlan> draft(Study study) {
    Optional<SamplingPlan> kept = plans.find(study.id());
    if (kept.isPresent() && kept.get().isRegistered()) {
      throw Problem.conflict("studies.phase.notNext.registered");
    }
    return kept;
  }

  private List<FrameUnit> units(Study study, Optional<SamplingPlan> kept) {
    return kept.map(plan -> frames.units(plan.frameId()))
        .orElseGet(() -> frames.municipalities(study));
  }

  /// With what was typed; else with the draft; else with where a planner begins.
  private PlannerPage planner(Study study, Optional<SamplingPlan> kept, Form typed) {
    Form form =
        typed.has("template")
            ? typed
            : kept.map(plan -> PlanForm.of(plan.promised(), plan.seedCommitment()))
                .orElseGet(() -> PlanForm.of(PlanTerms.first(LocalDate.now(clock)), null));
    List<FrameUnit> units = units(study, kept);
    var planned = form.isFaulty() ? Optional.<PlanForm.Planned>empty() : priced(form, units);
    List<Price> prices =
        planned.stream()
            .flatMap(one ->
                PlanTerms.kinds().stream()
                    .map(kind ->
                        new Price(
                            Allotment.price(one.terms(), kind, units),
                            one.terms().template() == kind)))
            .toList();
    return new PlannerPage(study, prices, kept.orElse(null), units.size(), form);
  }

  private static Optional<PlanForm.Planned> priced(Form form, List<FrameUnit> units) {
    return units.isEmpty() ? Optional.empty() : PlanForm.read(form, units.size(), false);
  }

  private PlanPage page(Study study, SamplingPlan plan) {
    return new PlanPage(
        study,
        plan,
        plan.promised(),
        frames.get(plan.frameId()),
        plans.strata(plan.id()),
        draws.find(plan.id()).isPresent());
  }
}
