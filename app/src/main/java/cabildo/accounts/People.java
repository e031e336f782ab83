package cabildo.accounts;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
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

/// Every statement that reads or writes people.
@Component
public class People {
  private static final String COLUMNS =
      """
      select id, email, name, title, password, password_number, language, created_at, closed_at
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

  public Optional<Person> find(UUID id) {
    return database.sql(COLUMNS + " where id = :id").with("id", id).find(Person.class);
  }

  /// Also one whose account is closed.
  Optional<Person> findAnyByEmail(String email) {
    return database
        .sql(COLUMNS + " where email = lower(:email)")
        .with("email", email)
        .find(Person.class);
  }

  public Optional<Person> findByEmail(String email) {
    return findAnyByEmail(email).filter(Person::isOpen);
  }

  public boolean areNone() {
    return database.sql("select not exists (select from accounts.person)").isTrue();
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

  /// Ends every session of hers.
  public void changePassword(Actor actor, UUID id, String hash) {
    database
        .sql(
            """
            update accounts.person set password = :hash, password_number = password_number + 1
             where id = :id and closed_at is null
            """)
        .with("hash", hash)
        .with("id", id)
        .changeOne();
    ledger.writePrivately(actor, "person.password.changed", id, Map.of());
  }

  /// The same password under a stronger hash.
  void rehash(UUID id, String hash) {
    database
        .sql("update accounts.person set password = :hash where id = :id and closed_at is null")
        .with("hash", hash)
        .with("id", id)
        .changeOne();
  }

  /// The person stays in the history, without a way in.
  public void close(Actor actor, UUID id) {
    database
        .sql(
            """
            update accounts.person set closed_at = :now, password = null
             where id = :id and closed_at is null
            """)
        .with("now", clock.instant())
        .with("id", id)
        .changeOne();
    ledger.writePrivately(actor, "person.closed", id, Map.of());
  }

  public void reopen(Actor actor, UUID id, String name, String hash) {
    database
        .sql(
            """
            update accounts.person set closed_at = null, name = :name, password = :hash,
                   password_number = password_number + 1
             where id = :id and closed_at is not null
            """)
        .with("hash", hash)
        .with("name", name)
        .with("id", id)
        .changeOne();
    ledger.writePrivately(actor, "person.reopened", id, Map.of());
  }
}
