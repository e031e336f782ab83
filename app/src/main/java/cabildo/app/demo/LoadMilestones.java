package cabildo.app.demo;

import cabildo.kernel.Ids;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Milestones with what was reported of them.
final class LoadMilestones {
  private final World world;

  LoadMilestones(World world) {
    this.world = world;
  }

  void load(UUID lineId, Item milestone, History.Hand keeper, Instant addedAt) {
    UUID id = row(lineId, milestone, addedAt);
    History.Hand reporter =
        Stream.concat(milestone.items("progress").stream(), milestone.at("completion").stream())
            .findFirst()
            .map(report -> world.hand(report.text("by")))
            .orElse(keeper);
    if (milestone.has("startedOn")) {
      start(id, milestone, reporter);
    }
    milestone.items("progress").forEach(progress -> progress(id, progress));
    Optional<Item> completion = milestone.at("completion");
    completion.ifPresent(closure -> closure(id, closure));
  }

  private UUID row(UUID lineId, Item milestone, Instant addedAt) {
    String slug = milestone.text("slug");
    UUID id =
        world.subject(
            milestone.text("key"),
            "milestone",
            lineId,
            "/milestones/" + slug,
            milestone.words("title"),
            addedAt);
    String number = milestone.text("number");
    world.rows.add(
        "commitments.milestone",
        "id",
        id,
        "line_of_action_id",
        lineId,
        "number",
        Integer.valueOf(number.substring(number.indexOf('.') + 1)),
        "slug",
        slug,
        "title",
        milestone.words("title"),
        "description",
        milestone.wordsOrNull("description"),
        "means_of_verification",
        milestone.words("meansOfVerification"),
        "planned_start_on",
        milestone.date("plannedStart"),
        "planned_end_on",
        milestone.date("plannedEnd"),
        "government_responsible_id",
        world.id(milestone.text("governmentResponsible")),
        "civil_responsible_id",
        world.idOrNull(milestone.textOrNull("civilResponsible")),
        "territory_id",
        world.idOrNull(milestone.textOrNull("territory")),
        "invented",
        milestone.is("invented"),
        "version",
        0);
    return id;
  }

  private void start(UUID id, Item milestone, History.Hand hand) {
    Instant at = world.at(milestone.date("startedOn"), 9);
    world.rows.add(
        "commitments.start",
        "milestone_id",
        id,
        "started_on",
        milestone.date("startedOn"),
        "recorded_at",
        at,
        "recorded_by",
        hand.id(),
        "recorded_by_name",
        hand.name());
    world.history.write(at, hand, "milestone.started", id, Map.of());
  }

  private void progress(UUID id, Item progress) {
    Instant at = world.at(progress.date("reportedOn"), 11);
    History.Hand hand = world.hand(progress.text("by"));
    world.rows.add(
        "commitments.progress",
        "id",
        Ids.next(),
        "milestone_id",
        id,
        "reported_on",
        progress.date("reportedOn"),
        "percent",
        progress.number("percent"),
        "note",
        progress.words("note"),
        "difficulties",
        progress.wordsOrNull("difficulties"),
        "recorded_at",
        at,
        "recorded_by",
        hand.id(),
        "recorded_by_name",
        hand.name());
    world.history.write(
        at, hand, "milestone.progress.reported", id, Map.of("percent", progress.text("percent")));
  }

  private void closure(UUID id, Item completion) {
    Instant at = world.at(completion.date("closedOn"), 13);
    History.Hand hand = world.hand(completion.text("by"));
    world.prove(id, completion.texts("evidence"));
    world.rows.add(
        "commitments.closure",
        "milestone_id",
        id,
        "outcome",
        "done",
        "closed_on",
        completion.date("closedOn"),
        "closing_text",
        completion.words("closingText"),
        "recorded_at",
        at,
        "recorded_by",
        hand.id(),
        "recorded_by_name",
        hand.name());
    world.history.write(at, hand, "milestone.closed", id, Map.of("outcome", "done"));
  }
}
