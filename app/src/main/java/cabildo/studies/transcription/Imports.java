package cabildo.studies.transcription;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import cabildo.studies.Stream;
import cabildo.studies.collection.CitizenSide;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes files of answers.
@Component
class Imports {
  private static final Duration KEPT = Duration.ofDays(30);
  private static final String COLUMNS =
      """
      select id, component_id, stream, file_name, content, uploaded_at, uploaded_by_name, decided_at,
             taken, known, refused
        from studies.import
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Imports(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  Import get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Import.class);
  }

  /// The newest first.
  List<Import> of(UUID componentId) {
    return database
        .sql(COLUMNS + "where component_id = :componentId order by id desc limit 50")
        .with("componentId", componentId)
        .list(Import.class);
  }

  /// Keeps a file for its dry run, and erases the texts of those that lie for more than thirty
  /// days.
  UUID add(Actor actor, CitizenSide side, Stream stream, String fileName, String content) {
    database
        .sql("update studies.import set content = null where uploaded_at < :before")
        .with("before", clock.instant().minus(KEPT))
        .change();
    UUID id = Ids.next();
    database
        .sql(
            """
            insert into studies.import (id, component_id, stream, file_name, content, uploaded_at,
              uploaded_by, uploaded_by_name)
            values (:id, :componentId, :stream, :fileName, :content, :now, :by, :name)
            """)
        .with("id", id)
        .with("componentId", side.component().id())
        .with("stream", stream)
        .with("fileName", fileName)
        .with("content", content)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.writePrivately(
        actor, "study.import.uploaded", side.study().id(), Map.of("import", id.toString()));
    return id;
  }

  /// Once: whoever decides a second time meets the Problem `Conflict`.
  void decide(
      Actor actor,
      CitizenSide side,
      Import file,
      int taken,
      int known,
      int refused,
      @Nullable String left) {
    database
        .sql(
            """
            update studies.import
               set decided_at = :now, taken = :taken, known = :known, refused = :refused,
                   content = :left
             where id = :id and decided_at is null
            """)
        .with("now", clock.instant())
        .with("taken", taken)
        .with("known", known)
        .with("refused", refused)
        .with("left", left)
        .with("id", file.id())
        .changeOne();
    ledger.write(
        actor,
        "study.import.taken",
        side.study().id(),
        Map.of("taken", taken, "known", known, "refused", refused));
  }
}
