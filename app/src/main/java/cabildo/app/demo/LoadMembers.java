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
    world.rows.add(
        "members.organisation",
        "id",
        id,
        "slug",
        slug,
        "name",
        organisation.words("name"),
        "acronym",
        organisation.textOrNull("acronym"),
        "kind",
        organisation.text("kind"),
        "territory_id",
        territoryId,
        "description",
        organisation.wordsOrNull("note"),
        "valid_from",
        organisation.dateOrNull("validFrom"),
        "valid_to",
        organisation.dateOrNull("validTo"),
        "successor_id",
        world.idOrNull(organisation.textOrNull("successor")),
        "invented",
        organisation.is("invented"));
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
    world.rows.add(
        "accounts.person",
        "id",
        id,
        "email",
        person.text("email"),
        "name",
        person.text("name"),
        "title",
        person.words("title").in(Lang.ES).text(),
        "password",
        passwordHash,
        "language",
        Lang.ES,
        "created_at",
        at,
        "invented",
        person.is("invented"));
    world.history.writePrivately(at, giver(key), "person.added", id, Map.of());
    person.items("grants").forEach(grant -> grant(key, day, grant));
  }

  private void mandate(Item person) {
    world.rows.add(
        "members.mandate",
        "id",
        Ids.next(),
        "organisation_id",
        world.id(person.text("organisation")),
        "person_name",
        person.text("name"),
        "post",
        person.words("title"),
        "invented",
        person.is("invented"));
  }

  private void grant(String personKey, LocalDate day, Item grant) {
    @Nullable String scope = grant.at("scope").map(at -> at.text("key")).orElse(null);
    Instant at = world.at(World.later(day, firstDays.get(String.valueOf(scope))), 12);
    UUID scopeId = world.idOrNull(scope);
    world.rows.add(
        "accounts.role_grant",
        "id",
        Ids.next(),
        "person_id",
        world.id(personKey),
        "role",
        grant.text("role"),
        "scope_id",
        scopeId,
        "granted_at",
        at,
        "granted_by",
        giver(personKey).id());
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
