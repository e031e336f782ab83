package cabildo.instruments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every statement that reads or writes versions of instruments.
@Component
public class Versions {
  private static final String COLUMNS =
      """
      select id, instrument_id, number, definition, revision, published_at, published_by_name,
             sha256
        from instruments.version
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  /// Forms of published versions, which never change.
  private final Map<UUID, Definition> forms = new ConcurrentHashMap<>();

  private final Map<UUID, CompiledForm> compiled = new ConcurrentHashMap<>();

  public Versions(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Version get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Version.class);
  }

  public Optional<Version> find(UUID instrumentId, int number) {
    return database
        .sql(COLUMNS + "where instrument_id = :instrumentId and number = :number")
        .with("instrumentId", instrumentId)
        .with("number", number)
        .find(Version.class);
  }

  /// All versions of an instrument, the newest first.
  public List<Version> of(UUID instrumentId) {
    return database
        .sql(COLUMNS + "where instrument_id = :instrumentId order by number desc")
        .with("instrumentId", instrumentId)
        .list(Version.class);
  }

  /// The questions of a version; of a published one they are read once.
  public Definition form(UUID id) {
    Definition known = forms.get(id);
    if (known != null) {
      return known;
    }
    Version version = get(id);
    Definition form = version.form();
    if (version.isPublished()) {
      forms.put(id, form);
    }
    return form;
  }

  /// The questions with their expressions read; of a published version this is done once.
  public CompiledForm compiled(UUID id) {
    CompiledForm known = compiled.get(id);
    if (known != null) {
      return known;
    }
    CompiledForm made = CompiledForm.of(form(id));
    if (forms.containsKey(id)) {
      compiled.put(id, made);
    }
    return made;
  }

  /// A new draft with the next number.
  public Version draft(Actor actor, Instrument instrument, JsonNode definition) {
    int number = of(instrument.id()).stream().mapToInt(Version::number).max().orElse(0) + 1;
    UUID id =
        subjects.register(
            "instrument_version",
            instrument.id(),
            instrument.path() + "/versions/" + number,
            numbered(instrument.name(), number));
    database
        .sql(
            """
            insert into instruments.version (id, instrument_id, number, definition)
            values (:id, :instrumentId, :number, :definition::jsonb)
            """)
        .with("id", id)
        .with("instrumentId", instrument.id())
        .with("number", number)
        .with("definition", definition)
        .change();
    ledger.writePrivately(actor, "instrument.version.drafted", id, Map.of("number", number));
    return get(id);
  }

  /// Replaces a draft's document; `Conflict` when it was changed since `version` was read.
  public void change(Actor actor, Version version, JsonNode definition) {
    database
        .sql(
            """
            update instruments.version set definition = :definition::jsonb, revision = revision + 1
             where id = :id and revision = :revision and published_at is null
            """)
        .with("id", version.id())
        .with("revision", version.revision())
        .with("definition", definition)
        .changeOne();
    ledger.writePrivately(actor, "instrument.version.changed", version.id(), Map.of());
  }

  /// Freezes a draft. What cannot be asked was refused before.
  public void publish(Actor actor, Version version) {
    String sha256 = Digest.of(version.definition());
    database
        .sql(
            """
            update instruments.version
               set published_at = :now, published_by = :by, published_by_name = :name,
                   sha256 = :sha256
             where id = :id and revision = :revision and published_at is null
            """)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .with("sha256", sha256)
        .with("id", version.id())
        .with("revision", version.revision())
        .changeOne();
    ledger.write(
        actor,
        "instrument.version.published",
        version.id(),
        Map.of("number", version.number(), "sha256", sha256));
  }

  private static LocalText numbered(LocalText name, int number) {
    Map<String, String> texts = new HashMap<>();
    name.texts().forEach((lang, text) -> texts.put(lang, text + " v" + number));
    return new LocalText(name.original(), texts);
  }
}
