package cabildo.instruments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.kernel.Slug;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes instruments.
@Component
public class Instruments {
  private static final String COLUMNS =
      "select id, slug, name, purpose, source, invented from instruments.instrument ";

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;

  public Instruments(Database database, Subjects subjects, Ledger ledger) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
  }

  public List<Instrument> all() {
    return database.sql(COLUMNS + "order by name ->> 'es', slug").list(Instrument.class);
  }

  public Instrument get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Instrument.class);
  }

  public Instrument get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Optional<Instrument> find(String slug) {
    return database.sql(COLUMNS + "where slug = :slug").with("slug", slug).find(Instrument.class);
  }

  /// A new instrument without versions. The slug is made of its name; a taken one is a `Conflict`.
  public Instrument add(
      Actor actor, LocalText name, @Nullable LocalText purpose, @Nullable String source) {
    return add(actor, Slug.of(name.asWritten().text()), name, purpose, source);
  }

  Instrument add(
      Actor actor,
      String slug,
      LocalText name,
      @Nullable LocalText purpose,
      @Nullable String source) {
    UUID id = subjects.register("instrument", null, "/instruments/" + slug, name);
    database
        .sql(
            """
            insert into instruments.instrument (id, slug, name, purpose, source)
            values (:id, :slug, :name::jsonb, :purpose::jsonb, :source)
            """)
        .with("id", id)
        .with("slug", slug)
        .with("name", name)
        .with("purpose", purpose)
        .with("source", source)
        .change();
    ledger.writePrivately(actor, "instrument.added", id, Map.of());
    return get(id);
  }

  /// Waits until no other node loads what is shipped; until the end of the transaction.
  void holdForLoading() {
    database.sql("select true from pg_advisory_xact_lock(20220224)").isTrue();
  }
}
