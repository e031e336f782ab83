package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import cabildo.ledger.Subjects;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// People whom a test of accounts brings in itself, because what they may do is what it is about.
@Component
class Cast {
  private final People people;
  private final RoleGrants grants;
  private final Subjects subjects;
  private final Passwords passwords;

  Cast(People people, RoleGrants grants, Subjects subjects, Passwords passwords) {
    this.people = people;
    this.grants = grants;
    this.subjects = subjects;
    this.passwords = passwords;
  }

  /// Her address is `name@example.org`.
  UUID add(String name, Role role, @Nullable UUID scopeId) {
    UUID id = addWithPassword(name, "not a hash");
    grants.grant(Actor.program(), id, new Actor.Grant(role, scopeId));
    return id;
  }

  UUID addWhoSignsInWith(String name, String password) {
    return addWithPassword(name, String.valueOf(passwords.encode(password)));
  }

  private UUID addWithPassword(String name, String hash) {
    return people.add(Actor.program(), name + "@example.org", name, null, hash, Lang.ES, true);
  }

  UUID plan(String slug) {
    return subjects.register(
        "plan", null, "/plans/" + slug, LocalText.both("Plan de " + slug, "Plan of " + slug));
  }

  Actor actor(UUID id) {
    return new Actor(id, people.get(id).name(), List.copyOf(grants.heldBy(id)));
  }
}
