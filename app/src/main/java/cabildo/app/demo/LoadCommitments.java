package cabildo.app.demo;

import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Commitments with their lines of action, indicators, alignments and amendments.
final class LoadCommitments {
  private static final LocalText OUR_SUMMARY =
      LocalText.both("(Resumen propio.)", "(Summary in our own words.)");

  private final World world;
  private final LoadPlans plans;
  private final LoadMilestones milestones;
  private final Map<String, Integer> numbers = new HashMap<>();

  LoadCommitments(World world, LoadPlans plans) {
    this.world = world;
    this.plans = plans;
    this.milestones = new LoadMilestones(world);
  }

  void load() {
    Item.of("commitments").forEach(this::commitment);
  }

  private void commitment(Item commitment) {
    UUID id = row(commitment);
    responsible(id, commitment.text("lead"), "lead");
    commitment.texts("supporting").forEach(key -> responsible(id, key, "support"));
    commitment.items("linesOfAction").forEach(line -> line(id, commitment, line));
    int number = 0;
    for (Item indicator : commitment.items("indicators")) {
      indicator(id, ++number, indicator);
    }
    commitment.items("alignments").forEach(alignment -> alignment(id, alignment));
    commitment.items("amendments").forEach(amendment -> amendment(commitment, amendment));
  }

  private UUID row(Item commitment) {
    String plan = commitment.text("plan");
    String slug = commitment.text("slug");
    Instant at = world.at(plans.addedOn(plan), 13);
    UUID id =
        world.subject(
            commitment.text("key"),
            "commitment",
            world.id(plan),
            "/commitments/" + slug,
            commitment.words("title"),
            at);
    world
        .row("commitments.commitment")
        .with("id", id)
        .with("plan_id", world.id(plan))
        .with("code", commitment.textOrNull("code"))
        .with("number", numbers.merge(plan, 1, Integer::sum))
        .with("slug", slug)
        .with("title", commitment.words("title"))
        .with("action", action(commitment))
        .with("problem", commitment.wordsOrNull("problem"))
        .with("status_quo", commitment.wordsOrNull("statusQuo"))
        .with("objective", commitment.wordsOrNull("objective"))
        .with("kind", commitment.textOrNull("kind"))
        .with("starts_on", commitment.date("startsOn"))
        .with("ends_on", commitment.date("endsOn"))
        .with("ogp_values", commitment.texts("ogpValues"))
        .with("invented", commitment.is("invented"))
        .with("version", 0);
    world.history.write(at, plans.keeper(plan), "commitment.added", id, Map.of());
    return id;
  }

  /// An action that no source gives in these words says so.
  private static @Nullable LocalText action(Item commitment) {
    LocalText action = commitment.wordsOrNull("action");
    if (action == null || !commitment.texts("assumed").contains("action")) {
      return action;
    }
    Map<String, String> texts = new HashMap<>(action.texts());
    texts.replaceAll((lang, text) -> text + " " + OUR_SUMMARY.texts().get(lang));
    return new LocalText(action.original(), texts);
  }

  private void responsible(UUID id, String organisation, String part) {
    world
        .row("commitments.responsible")
        .with("commitment_id", id)
        .with("organisation_id", world.id(organisation))
        .with("part", part);
  }

  private void line(UUID commitmentId, Item commitment, Item line) {
    String plan = commitment.text("plan");
    String slug = line.text("slug");
    Instant at = world.at(plans.addedOn(plan), 13);
    UUID id =
        world.subject(
            line.text("key"),
            "line_of_action",
            commitmentId,
            "/lines-of-action/" + slug,
            line.words("title"),
            at);
    world
        .row("commitments.line_of_action")
        .with("id", id)
        .with("commitment_id", commitmentId)
        .with("number", line.number("number"))
        .with("slug", slug)
        .with("title", line.words("title"))
        .with("description", line.wordsOrNull("description"))
        .with("invented", line.is("invented"));
    line.items("milestones")
        .forEach(milestone -> milestones.load(id, milestone, plans.keeper(plan), at));
  }

  /// The latest figure is kept only with its date; one without is told in the note on the source.
  private void indicator(UUID commitmentId, int number, Item indicator) {
    world.alias(indicator.text("key"), commitmentId);
    @Nullable Item latest =
        indicator.items("series").stream().reduce((_, last) -> last).orElse(null);
    boolean dated = latest != null && latest.has("on");
    world
        .row("commitments.indicator")
        .with("id", Ids.next())
        .with("commitment_id", commitmentId)
        .with("number", number)
        .with("name", indicator.words("name"))
        .with("unit", indicator.words("unit"))
        .with("baseline", indicator.at("baseline").map(base -> base.text("value")).orElse(null))
        .with(
            "baseline_on", indicator.at("baseline").map(base -> base.dateOrNull("on")).orElse(null))
        .with("no_baseline_reason", indicator.wordsOrNull("noBaselineReason"))
        .with("target", indicator.at("target").map(target -> target.text("value")).orElse(null))
        .with("latest", latest != null && dated ? latest.text("value") : null)
        .with("latest_on", latest != null && dated ? latest.date("on") : null)
        .with(
            "source",
            World.together(
                latest == null || dated ? null : undated(latest), indicator.wordsOrNull("note")))
        .with("invented", indicator.is("invented"));
  }

  private static LocalText undated(Item latest) {
    String value = latest.text("value");
    return LocalText.both(
        "Última cifra publicada, sin fecha: " + value + ".",
        "Latest published figure, without a date: " + value + ".");
  }

  private void alignment(UUID commitmentId, Item alignment) {
    world
        .row("commitments.alignment")
        .with("commitment_id", commitmentId)
        .with("wider_id", world.id(alignment.text("commitment")))
        .with("kind", alignment.text("kind"));
  }

  /// A change of wording that was agreed lives on as a line of the milestone's history.
  private void amendment(Item commitment, Item amendment) {
    UUID milestoneId = world.id(amendment.text("milestone"));
    world.alias(amendment.text("key"), milestoneId);
    world.prove(milestoneId, amendment.texts("evidence"));
    world.history.write(
        world.at(amendment.date("agreedOn"), 17),
        plans.keeper(commitment.text("plan")),
        "milestone.amended",
        milestoneId,
        Map.of(
            "field", amendment.text("field"),
            "before", amendment.words("before").asWritten().text(),
            "after", amendment.words("after").asWritten().text(),
            "reason", amendment.words("reason").asWritten().text()));
  }
}
