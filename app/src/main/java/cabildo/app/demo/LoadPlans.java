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
    UUID id = world.subject(key, "plan", null, "/plans/" + slug, plan.words("title"), at);
    world.rows.add(
        "plans.plan",
        "id",
        id,
        "slug",
        slug,
        "title",
        plan.words("title"),
        "description",
        World.together(plan.wordsOrNull("description"), plan.wordsOrNull("note")),
        "starts_on",
        plan.date("startsOn"),
        "ends_on",
        plan.date("endsOn"),
        "submitted_on",
        plan.dateOrNull("submittedOn"),
        "state",
        plan.text("state"),
        "parent_id",
        world.idOrNull(plan.textOrNull("parent")),
        "invented",
        plan.is("invented"),
        "version",
        0);
    for (Item alias : plan.items("aliases")) {
      world.rows.add("plans.alias", "alias", alias.text("id"), "plan_id", id);
    }
    for (String code : plan.texts("members")) {
      world.rows.add("plans.member", "plan_id", id, "territory_id", world.id(code));
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
    world.rows.add(
        "plans.role",
        "id",
        Ids.next(),
        "plan_id",
        world.id(role.text("plan")),
        "organisation_id",
        world.id(role.text("organisation")),
        "role",
        role.text("role"),
        "since",
        role.dateOrNull("since"),
        "until",
        role.dateOrNull("until"));
  }
}
