package cabildo.accounts;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes people and their grants.
@Component
public class People {
  private static final String COLUMNS =
      """
      select id, email, name, title, password, language, created_at, closed_at
        from accounts.person
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  public People(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Person get(UUID id) {
    return database.sql(COLUMNS + " where id = :id").with("id", id).get(Person.class);
  }

  public Optional<Person> findByEmail(String email) {
    return database
        .sql(COLUMNS + " where email = lower(:email) and closed_at is null")
        .with("email", email)
        .find(Person.class);
  }

  public List<Person> all() {
    return database.sql(COLUMNS + " order by name").list(Person.class);
  }

  /// A new person, with the hash of a password.
  public UUID add(
      Actor actor,
      String email,
      String name,
      @Nullable String title,
      String hash,
      Lang language,
      boolean invented) {
    UUID id = Ids.next();
    subjects.register(
        new Subject(id, "person", null, "/people/" + id, LocalText.of(Lang.ES, name)));
    database
        .sql(
            """
            insert into accounts.person
              (id, email, name, title, password, language, created_at, invented)
            values (:id, lower(:email), :name, :title, :password, :language, :now, :invented)
            """)
        .with("id", id)
        .with("email", email)
        .with("name", name)
        .with("title", title)
        .with("password", hash)
        .with("language", language.code())
        .with("now", clock.instant())
        .with("invented", invented)
        .change();
    ledger.writePrivately(actor, "person.added", id, Map.of());
    return id;
  }

  public List<Actor.Grant> grantsOf(UUID personId) {
    return database
        .sql(
            """
            select role, scope_id from accounts.role_grant
             where person_id = :personId and revoked_at is null
            """)
        .with("personId", personId)
        .list(Actor.Grant.class);
  }

  public void grant(Actor actor, UUID personId, Role role, @Nullable UUID scopeId) {
    database
        .sql(
            """
            insert into accounts.role_grant (id, person_id, role, scope_id, granted_at, granted_by)
            values (:id, :personId, :role, :scopeId, :now, :by)
            """)
        .with("id", Ids.next())
        .with("personId", personId)
        .with("role", role)
        .with("scopeId", scopeId)
        .with("now", clock.instant())
        .with("by", actor.id())
        .change();
    ledger.writePrivately(
        actor,
        "person.role.granted",
        personId,
        Map.of("role", role.code(), "scope", String.valueOf(scopeId)));
  }
}
