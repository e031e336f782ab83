package cabildo.app.demo;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Organisations, and the people of the cast with their posts, accounts and grants.
final class LoadMembers {
  private static final String ADMINISTRATOR = "elena";
  static final History.Hand PROGRAM = new History.Hand(null, "Cabildo");

  private final World world;
  private final String passwordHash;
  private final Map<String, LocalDate> firstDays = new HashMap<>();

  LoadMembers(World world, String passwordHash) {
    this.world = world;
    this.passwordHash = passwordHash;
  }

  void load() {
    var people = Item.of("people");
    people.forEach(person ->
        world.introduce(
            person.text("key"),
            new History.Hand(world.id(person.text("key")), person.text("name"))));
    Item.of("organisations").forEach(this::organisation);
    Item.of("plans").forEach(plan -> firstDays.put(plan.text("key"), plan.date("startsOn")));
    people.forEach(this::person);
  }

  private void organisation(Item organisation) {
    String key = organisation.text("key");
    LocalDate day = World.later(World.OPENING, organisation.dateOrNull("validFrom"));
    firstDays.put(key, day);
    Instant at = world.at(day, 10);
    UUID territoryId = world.idOrNull(organisation.textOrNull("territory"));
    String slug = organisation.text("slug");
    UUID id =
        world.subject(
            key,
            "organisation",
            territoryId,
            "/organisations/" + slug,
            organisation.words("name"),
            at);
    world
        .row("members.organisation")
        .with("id", id)
        .with("slug", slug)
        .with("name", organisation.words("name"))
        .with("acronym", organisation.textOrNull("acronym"))
        .with("kind", organisation.text("kind"))
        .with("territory_id", territoryId)
        .with("description", organisation.wordsOrNull("note"))
        .with("valid_from", organisation.dateOrNull("validFrom"))
        .with("valid_to", organisation.dateOrNull("validTo"))
        .with("successor_id", world.idOrNull(organisation.textOrNull("successor")))
        .with("invented", organisation.is("invented"));
    world.history.write(at, world.hand(ADMINISTRATOR), "organisation.added", id, Map.of());
  }

  private void person(Item person) {
    if (person.has("organisation")) {
      mandate(person);
    }
    if (!person.is("account")) {
      return;
    }
    String key = person.text("key");
    LocalDate day =
        World.later(
            World.OPENING,
            firstDays.get(person.has("organisation") ? person.text("organisation") : ""));
    Instant at = world.at(day, key.equals(ADMINISTRATOR) ? 8 : 11);
    UUID id = world.id(key);
    world.subject(
        key, "person", null, "/people/" + id, LocalText.of(Lang.ES, person.text("name")), at);
    world
        .row("accounts.person")
        .with("id", id)
        .with("email", person.text("email"))
        .with("name", person.text("name"))
        .with("title", person.words("title").in(Lang.ES).text())
        .with("password", passwordHash)
        .with("language", Lang.ES)
        .with("created_at", at)
        .with("invented", person.is("invented"));
    world.history.writePrivately(at, giver(key), "person.added", id, Map.of());
    person.items("grants").forEach(grant -> grant(key, day, grant));
  }

  private void mandate(Item person) {
    world
        .row("members.mandate")
        .with("id", Ids.next())
        .with("organisation_id", world.id(person.text("organisation")))
        .with("person_name", person.text("name"))
        .with("post", person.words("title"))
        .with("invented", person.is("invented"));
  }

  private void grant(String personKey, LocalDate day, Item grant) {
    @Nullable String scope = grant.at("scope").map(at -> at.text("key")).orElse(null);
    Instant at = world.at(World.later(day, firstDays.get(String.valueOf(scope))), 12);
    UUID scopeId = world.idOrNull(scope);
    world
        .row("accounts.role_grant")
        .with("id", Ids.next())
        .with("person_id", world.id(personKey))
        .with("role", grant.text("role"))
        .with("scope_id", scopeId)
        .with("granted_at", at)
        .with("granted_by", giver(personKey).id());
    world.history.writePrivately(
        at,
        giver(personKey),
        "person.role.granted",
        world.id(personKey),
        Map.of("role", grant.text("role"), "scope", String.valueOf(scopeId)));
  }

  /// The administrator gives all accounts but her own, which the program gave her.
  private History.Hand giver(String personKey) {
    return personKey.equals(ADMINISTRATOR) ? PROGRAM : world.hand(ADMINISTRATOR);
  }
}
