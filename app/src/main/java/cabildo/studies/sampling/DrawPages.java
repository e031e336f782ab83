package cabildo.studies.sampling;

import cabildo.instruments.Digest;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.studies.Studies;
import cabildo.studies.Study;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.nio.charset.StandardCharsets;
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

/// The draw: done once by an officer, shown to everybody with what it takes to repeat it.
@Controller
@RequestMapping("/{lang}/studies/{slug}")
@Transactional(readOnly = true)
public class DrawPages {
  private static final String PAGE = "cabildo/studies/sampling/draw.jte";
  private static final int LONGEST_SEED = 400;

  private final Studies studies;
  private final Frames frames;
  private final SamplingPlans plans;
  private final Draws draws;

  DrawPages(Studies studies, Frames frames, SamplingPlans plans, Draws draws) {
    this.studies = studies;
    this.frames = frames;
    this.plans = plans;
    this.draws = draws;
  }

  /// @param draw absent before it
  public record DrawPage(
      Study study,
      SamplingPlan plan,
      PlanTerms terms,
      Frame frame,
      Draws.@Nullable Draw draw,
      List<SampledUnit> units,
      Form form) {

    /// What repeats the draw with the published files.
    public String command() {
      return draw == null ? "" : draw.command(units.size());
    }
  }

  @GetMapping("/draw")
  Answer show(Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.get(slug);
    SamplingPlan plan = plans.findRegistered(study.id()).orElseThrow(Problem::notFound);
    DrawPage page = page(study, plan, form);
    if (page.draw() != null) {
      return Answer.page(PAGE, page).shared(Set.of(study.id()));
    }
    return Answer.page(PAGE, page(studies.forOfficer(actor, slug), plan, form));
  }

  @GetMapping("/draw.csv")
  Answer csv(@PathVariable String slug) {
    Study study = studies.get(slug);
    List<SampledUnit> units = draws.units(study.id());
    if (units.isEmpty()) {
      throw Problem.notFound();
    }
    return new Answer.Document("text/csv", SampleCsv.of(units), Set.of(study.id()));
  }

  @PostMapping("/draw")
  @Transactional
  Answer draw(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Study study = studies.forOfficer(actor, slug);
    SamplingPlan plan =
        plans
            .findRegistered(study.id())
            .orElseThrow(() -> Problem.conflict("studies.sampling.draw.noPlan"));
    String seed = form.text("seed", LONGEST_SEED, "studies.sampling.draw.seedNeeded");
    String commitment = plan.seedCommitment();
    if (!seed.isEmpty()
        && commitment != null
        && !commitment.equals(Digest.of(seed.getBytes(StandardCharsets.UTF_8)))) {
      form.refuse("seed", "studies.sampling.draw.otherSeed");
    }
    if (form.isFaulty()) {
      return Answer.again(PAGE, page(study, plan, form));
    }
    var allotment = Allotment.of(plan.promised(), frames.units(plan.frameId()));
    draws.draw(actor, study, plan, allotment, seed);
    return Answer.seeOther("/" + lang + study.path() + "/draw");
  }

  private DrawPage page(Study study, SamplingPlan plan, Form form) {
    Optional<Draws.Draw> draw = draws.find(plan.id());
    return new DrawPage(
        study,
        plan,
        plan.promised(),
        frames.get(plan.frameId()),
        draw.orElse(null),
        draw.isPresent() ? draws.units(study.id()) : List.of(),
        form);
  }
}
