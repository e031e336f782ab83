package cabildo.app.demo;

import cabildo.instruments.Definition;
import cabildo.kernel.LocalText;
import cabildo.studies.sampling.DrawnSample;
import cabildo.studies.sampling.Frame;
import cabildo.studies.sampling.FrameUnit;
import cabildo.studies.sampling.PlanStratum;
import cabildo.studies.sampling.PlanTerms;
import cabildo.studies.sampling.SampledUnit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The frame, plan, draw and invented answers of a study with a probability sample. The draw is the
/// one that its published frame and seed give.
final class LoadSample {
  private final World world;
  private final Item study;
  private final UUID studyId;
  private final UUID componentId;

  LoadSample(World world, Item study, UUID studyId, UUID componentId) {
    this.world = world;
    this.study = study;
    this.studyId = studyId;
    this.componentId = componentId;
  }

  void load(Definition definition) {
    PlanTerms terms = PlanTerms.of(study.get("sample").get("terms").node());
    List<FrameUnit> frame = world.municipalities();
    DrawnSample sample = DrawnSample.of(terms, frame, study.text("seed"));
    UUID planId = plan(terms, sample, frame);
    InventedAnswers answers = new InventedAnswers(definition, study.text("seed").hashCode());
    for (SampledUnit unit : sample.units()) {
      unit(planId, unit);
      answers(answers, unit);
    }
  }

  private UUID plan(PlanTerms terms, DrawnSample sample, List<FrameUnit> frame) {
    LocalDate registered = study.get("phases").date("registered");
    Instant at = world.at(registered, 10);
    History.Hand hand = world.hand(study.text("by"));
    LocalText title = study.words("title");
    String path = "/studies/" + study.text("slug");
    String key = study.text("key");
    UUID frameId =
        world.subject(key + "-frame", "sampling_frame", studyId, path + "/frames/1", title, at);
    UUID planId = world.subject(key + "-plan", "sampling_plan", studyId, path + "/plan", title, at);
    frame(frameId, terms, sample, frame, at);
    world
        .row("studies.plan")
        .with("id", planId)
        .with("study_id", studyId)
        .with("frame_id", frameId)
        .with("template", terms.template().name().toLowerCase(java.util.Locale.ROOT))
        .with("terms", terms.toJson())
        .with("registered_at", at)
        .with("registered_by", hand.id())
        .with("registered_by_name", hand.name())
        .with("sha256", sample.planSha256(terms))
        .with("revision", 0);
    sample.strata().forEach(stratum -> stratum(planId, stratum));
    draw(planId, hand);
    world.history.write(at, hand, "study.plan.registered", studyId, Map.of());
    return planId;
  }

  private void frame(
      UUID frameId, PlanTerms terms, DrawnSample sample, List<FrameUnit> frame, Instant at) {
    world
        .row("studies.frame")
        .with("id", frameId)
        .with("study_id", studyId)
        .with("number", 1)
        .with("source", Frame.CENSUS)
        .with("reference_on", LocalDate.of(2020, 3, 15))
        .with("coverage", terms.coverage())
        .with("sha256", sample.frameSha256())
        .with("taken_at", at);
    frame.forEach(unit ->
        world
            .row("studies.frame_unit")
            .with("frame_id", frameId)
            .with("code", unit.code())
            .with("name", unit.name())
            .with("territory_id", unit.territoryId())
            .with("stratum", unit.stratum())
            .with("size", unit.size()));
  }

  private void draw(UUID planId, History.Hand hand) {
    Instant drawnAt = world.at(study.get("sample").date("drawnOn"), 12);
    world
        .row("studies.draw")
        .with("plan_id", planId)
        .with("seed", study.text("seed"))
        .with("drawn_at", drawnAt)
        .with("drawn_by", hand.id())
        .with("drawn_by_name", hand.name());
    world.history.write(
        drawnAt, hand, "study.sample.drawn", studyId, Map.of("seed", study.text("seed")));
  }

  private void stratum(UUID planId, PlanStratum stratum) {
    world
        .row("studies.plan_stratum")
        .with("plan_id", planId)
        .with("stratum", stratum.stratum())
        .with("population", stratum.population())
        .with("frame_units", stratum.frameUnits())
        .with("drawn_units", stratum.drawnUnits())
        .with("completes", stratum.completes())
        .with("invitations", stratum.invitations());
  }

  private void unit(UUID planId, SampledUnit unit) {
    world
        .row("studies.sampled_unit")
        .with("plan_id", planId)
        .with("number", unit.number())
        .with("code", unit.code())
        .with("name", unit.name())
        .with("territory_id", unit.territoryId())
        .with("stratum", unit.stratum())
        .with("size", unit.size())
        .with("probability", unit.probability())
        .with("weight", unit.weight())
        .with("completes", unit.completes())
        .with("invitations", unit.invitations());
  }

  /// Nearly all of the planned interviews were reached; places differ a little.
  private void answers(InventedAnswers answers, SampledUnit unit) {
    double openness = 0.42 + 0.1 * (answers.next() - 0.5);
    LocalDate opened = study.get("phases").date("opened");
    for (int i = 0; i < unit.completes(); i++) {
      if (answers.next() < 0.04) {
        continue;
      }
      LocalDate day = opened.plusDays((long) (70 * answers.next()));
      LoadStudies.submission(
              world,
              componentId,
              "probability",
              i % 3 == 0 ? "web" : "phone",
              "muestra-" + unit.code() + "-" + (i + 1))
          .with("unit", unit.number())
          .with("territory_id", unit.territoryId())
          .with("received_at", world.at(day, 9 + i % 10))
          .with("answers", LoadStudies.json(answers.of(openness, unit.code())));
    }
  }
}
