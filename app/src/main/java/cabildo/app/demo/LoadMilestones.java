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
    world
        .row("commitments.milestone")
        .with("id", id)
        .with("line_of_action_id", lineId)
        .with("number", Integer.valueOf(number.substring(number.indexOf('.') + 1)))
        .with("slug", slug)
        .with("title", milestone.words("title"))
        .with("description", milestone.wordsOrNull("description"))
        .with("means_of_verification", milestone.words("meansOfVerification"))
        .with("planned_start_on", milestone.date("plannedStart"))
        .with("planned_end_on", milestone.date("plannedEnd"))
        .with("government_responsible_id", world.id(milestone.text("governmentResponsible")))
        .with("civil_responsible_id", world.idOrNull(milestone.textOrNull("civilResponsible")))
        .with("territory_id", world.idOrNull(milestone.textOrNull("territory")))
        .with("invented", milestone.is("invented"))
        .with("version", 0);
    return id;
  }

  private void start(UUID id, Item milestone, History.Hand hand) {
    Instant at = world.at(milestone.date("startedOn"), 9);
    world
        .row("commitments.start")
        .with("milestone_id", id)
        .with("started_on", milestone.date("startedOn"))
        .with("recorded_at", at)
        .with("recorded_by", hand.id())
        .with("recorded_by_name", hand.name());
    world.history.write(at, hand, "milestone.started", id, Map.of());
  }

  private void progress(UUID id, Item progress) {
    Instant at = world.at(progress.date("reportedOn"), 11);
    History.Hand hand = world.hand(progress.text("by"));
    world
        .row("commitments.progress")
        .with("id", Ids.next())
        .with("milestone_id", id)
        .with("reported_on", progress.date("reportedOn"))
        .with("percent", progress.number("percent"))
        .with("note", progress.words("note"))
        .with("difficulties", progress.wordsOrNull("difficulties"))
        .with("recorded_at", at)
        .with("recorded_by", hand.id())
        .with("recorded_by_name", hand.name());
    world.history.write(
        at, hand, "milestone.progress.reported", id, Map.of("percent", progress.text("percent")));
  }

  private void closure(UUID id, Item completion) {
    Instant at = world.at(completion.date("closedOn"), 13);
    History.Hand hand = world.hand(completion.text("by"));
    world.prove(id, completion.texts("evidence"));
    world
        .row("commitments.closure")
        .with("milestone_id", id)
        .with("outcome", "done")
        .with("closed_on", completion.date("closedOn"))
        .with("closing_text", completion.words("closingText"))
        .with("recorded_at", at)
        .with("recorded_by", hand.id())
        .with("recorded_by_name", hand.name());
    world.history.write(at, hand, "milestone.closed", id, Map.of("outcome", "done"));
  }
}
