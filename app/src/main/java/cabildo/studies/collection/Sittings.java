package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes answers on their way.
@Component
public class Sittings {
  /// Answers that nobody sends are erased so long after their last change.
  static final Duration KEPT = Duration.ofDays(30);

  private static final String COLUMNS =
      """
      select id, component_id, invitation_id, territory_id, notice_id, instance_id, language,
             answers, seconds, started_at, changed_at, sent_at,
             erased_at
        from studies.sitting
      """;

  private final Database database;
  private final Clock clock;

  Sittings(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Of a volunteer, who comes back with the code that was given at the start.
  Optional<Sitting> find(LinkCode code) {
    return database
        .sql(COLUMNS + "where token_hash = :hash")
        .with("hash", code.sha256())
        .find(Sitting.class);
  }

  Optional<Sitting> ofInvitation(UUID invitationId) {
    return database
        .sql(COLUMNS + "where invitation_id = :invitationId")
        .with("invitationId", invitationId)
        .find(Sitting.class);
  }

  /// Holds the row until the end of the transaction, so that two windows save one after the other.
  Sitting hold(Sitting sitting) {
    return database
        .sql(COLUMNS + "where id = :id for update")
        .with("id", sitting.id())
        .get(Sitting.class);
  }

  /// @param code of a volunteer; absent for who was invited
  record Beginning(
      UUID componentId,
      @Nullable UUID invitationId,
      @Nullable LinkCode code,
      @Nullable UUID territoryId,
      UUID noticeId,
      String language) {}

  /// `Conflict` when the same invitation was begun a moment before.
  Sitting begin(Beginning beginning) {
    UUID id = Ids.next();
    database
        .sql(
            """
            insert into studies.sitting (id, component_id, token_hash, invitation_id, territory_id,
              notice_id, instance_id, language, started_at, changed_at)
            values (:id, :componentId, :hash, :invitationId, :territoryId, :noticeId, :instanceId,
              :language, :now, :now)
            """)
        .with("id", id)
        .with("componentId", beginning.componentId())
        .with("hash", beginning.code() == null ? null : beginning.code().sha256())
        .with("invitationId", beginning.invitationId())
        .with("territoryId", beginning.territoryId())
        .with("noticeId", beginning.noticeId())
        .with("instanceId", "uuid:" + UUID.randomUUID())
        .with("language", beginning.language())
        .with("now", clock.instant())
        .change();
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Sitting.class);
  }

  /// What is known before anything was asked, at the start or after the answers were erased.
  void know(Sitting sitting, Map<String, String> answers) {
    database
        .sql(
            """
            update studies.sitting
               set answers = :answers::jsonb, erased_at = null, changed_at = :now
             where id = :id and sent_at is null
            """)
        .with("now", clock.instant())
        .with("answers", Json.mapper().<tools.jackson.databind.JsonNode>valueToTree(answers))
        .with("id", sitting.id())
        .change();
  }

  /// What is known after a page was sent, and how long it took.
  void save(Sitting sitting, Map<String, String> answers, String language, int page) {
    Instant now = clock.instant();
    Map<String, Long> seconds = sitting.secondsByPage();
    long spent = Math.max(0, Duration.between(sitting.changedAt(), now).toSeconds());
    seconds.merge(String.valueOf(page), spent, Long::sum);
    database
        .sql(
            """
            update studies.sitting
               set answers = :answers::jsonb, seconds = :seconds::jsonb, language = :language,
                   changed_at = :now, revision = revision + 1
             where id = :id and sent_at is null
            """)
        .with("answers", Json.mapper().<tools.jackson.databind.JsonNode>valueToTree(answers))
        .with("seconds", Json.mapper().<tools.jackson.databind.JsonNode>valueToTree(seconds))
        .with("language", language)
        .with("now", now)
        .with("id", sitting.id())
        .changeOne();
  }

  /// The answers are with the intake now, and nowhere else.
  void markSent(Sitting sitting) {
    database
        .sql("delete from studies.sitting_file where sitting_id = :id")
        .with("id", sitting.id())
        .change();
    database
        .sql(
            """
            update studies.sitting set sent_at = :now, changed_at = :now, answers = '{}'
             where id = :id
            """)
        .with("now", clock.instant())
        .with("id", sitting.id())
        .change();
  }

  /// A file that was handed in for an item.
  public record HeldFile(String path, String name, String sha256) {}

  List<HeldFile> files(Sitting sitting) {
    return database
        .sql("select path, name, sha256 from studies.sitting_file where sitting_id = :id")
        .with("id", sitting.id())
        .list(HeldFile.class);
  }

  /// In place of the one that was there.
  void keep(Sitting sitting, HeldFile file) {
    database
        .sql(
            """
            insert into studies.sitting_file (sitting_id, path, name, sha256)
            values (:id, :path, :name, :sha256)
            on conflict (sitting_id, path) do update set name = :name, sha256 = :sha256
            """)
        .with("id", sitting.id())
        .with("path", file.path())
        .with("name", file.name())
        .with("sha256", file.sha256())
        .change();
  }

  void drop(Sitting sitting, String path) {
    database
        .sql("delete from studies.sitting_file where sitting_id = :id and path = :path")
        .with("id", sitting.id())
        .with("path", path)
        .change();
  }

  /// For who does not want to go on: nothing of what was answered stays.
  void erase(Sitting sitting) {
    database
        .sql("delete from studies.sitting_file where sitting_id = :id")
        .with("id", sitting.id())
        .change();
    database
        .sql(
            """
            update studies.sitting set answers = '{}', seconds = '{}', erased_at = :now
             where id = :id and sent_at is null
            """)
        .with("now", clock.instant())
        .with("id", sitting.id())
        .change();
  }

  /// Answers that were never sent and lay untouched for thirty days: gone. What remains says that
  /// the form was begun, which response rates need.
  int eraseForgotten() {
    Instant before = clock.instant().minus(KEPT);
    database
        .sql(
            """
            delete from studies.sitting_file f using studies.sitting s
             where s.id = f.sitting_id and s.sent_at is null and s.changed_at < :before
            """)
        .with("before", before)
        .change();
    return database
        .sql(
            """
            update studies.sitting set answers = '{}', seconds = '{}', erased_at = :now
             where sent_at is null and erased_at is null and changed_at < :before
            """)
        .with("now", clock.instant())
        .with("before", before)
        .change();
  }
}
