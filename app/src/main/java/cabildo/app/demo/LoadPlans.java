package cabildo.app.demo;

import cabildo.kernel.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Action plans, and what each organisation does in them.
final class LoadPlans {
  private static final String OFFICER = "beto";

  private final World world;
  private final List<Item> roles = Item.of("mandates");
  private final Map<String, String> peopleByOrganisation = new HashMap<>();
  private final Map<String, LocalDate> addedOn = new HashMap<>();

  LoadPlans(World world) {
    this.world = world;
  }

  void load() {
    Item.of("people").stream()
        .filter(person -> person.has("organisation"))
        .forEach(person ->
            peopleByOrganisation.putIfAbsent(person.text("organisation"), person.text("key")));
    Item.of("plans").forEach(this::plan);
    roles.forEach(this::role);
  }

  private void plan(Item plan) {
    String key = plan.text("key");
    addedOn.put(key, firstDay(plan));
    Instant at = world.at(firstDay(plan), 12);
    String slug = plan.text("slug");
    UUID parentId = world.id(plan.texts("members").getFirst());
    UUID id = world.subject(key, "plan", parentId, "/plans/" + slug, plan.words("title"), at);
    world
        .row("plans.plan")
        .with("id", id)
        .with("slug", slug)
        .with("title", plan.words("title"))
        .with(
            "description",
            World.together(plan.wordsOrNull("description"), plan.wordsOrNull("note")))
        .with("starts_on", plan.date("startsOn"))
        .with("ends_on", plan.date("endsOn"))
        .with("submitted_on", plan.dateOrNull("submittedOn"))
        .with("state", plan.text("state"))
        .with("parent_id", world.idOrNull(plan.textOrNull("parent")))
        .with("invented", plan.is("invented"))
        .with("version", 0);
    for (Item alias : plan.items("aliases")) {
      world.row("plans.alias").with("alias", alias.text("id")).with("plan_id", id);
    }
    for (String code : plan.texts("members")) {
      world.row("plans.member").with("plan_id", id).with("territory_id", world.id(code));
    }
    world.history.write(at, keeper(key), "plan.added", id, Map.of());
  }

  /// Plans that are older than the program were entered when it was opened.
  private static LocalDate firstDay(Item plan) {
    LocalDate start = plan.date("startsOn");
    LocalDate submitted = plan.dateOrNull("submittedOn");
    return World.later(
        World.OPENING, submitted != null && submitted.isBefore(start) ? submitted : start);
  }

  LocalDate addedOn(String planKey) {
    return addedOn.getOrDefault(planKey, World.OPENING);
  }

  /// Who enters the plan: somebody of its convener, else the officer.
  History.Hand keeper(String planKey) {
    return roles.stream()
        .filter(role -> role.text("plan").equals(planKey) && role.text("role").equals("convener"))
        .map(role -> peopleByOrganisation.getOrDefault(role.text("organisation"), OFFICER))
        .findFirst()
        .map(world::hand)
        .orElseGet(() -> world.hand(OFFICER));
  }

  private void role(Item role) {
    world
        .row("plans.role")
        .with("id", Ids.next())
        .with("plan_id", world.id(role.text("plan")))
        .with("organisation_id", world.id(role.text("organisation")))
        .with("role", role.text("role"))
        .with("since", role.dateOrNull("since"))
        .with("until", role.dateOrNull("until"));
  }
}
