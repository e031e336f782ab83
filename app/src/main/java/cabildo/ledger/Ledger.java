package cabildo.ledger;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Subject;
import cabildo.web.PageCache;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/// Writes and reads the history. It has no way to change or delete a line; nor has the database.
@Component
public class Ledger {
  private final Database database;
  private final Subjects subjects;
  private final PageCache pages;
  private final Clock clock;

  public Ledger(Database database, Subjects subjects, PageCache pages, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.pages = pages;
    this.clock = clock;
  }

  /// A public act.
  public void write(Actor actor, String deed, UUID subjectId, Map<String, ?> details) {
    write(actor, deed, subjectId, details, true);
  }

  /// An act for the audit alone: accounts, drafts, refusals.
  public void writePrivately(Actor actor, String deed, UUID subjectId, Map<String, ?> details) {
    write(actor, deed, subjectId, details, false);
  }

  private void write(
      Actor actor, String deed, UUID subjectId, Map<String, ?> details, boolean isPublic) {
    JsonNode json = Json.mapper().valueToTree(details);
    database
        .sql(
            """
            insert into ledger.entry (at, actor_id, actor_name, deed, subject_id, details, is_public)
            values (:at, :actorId, :actorName, :deed, :subjectId, :details::jsonb, :isPublic)
            """)
        .with("at", clock.instant())
        .with("actorId", actor.id())
        .with("actorName", actor.name())
        .with("deed", deed)
        .with("subjectId", subjectId)
        .with("details", json)
        .with("isPublic", isPublic)
        .change();
    growOld(subjectId);
  }

  /// This node's pages grow old with the commit, so that whoever acted sees it at once; the other
  /// nodes hear of it from the database.
  private void growOld(UUID subjectId) {
    List<UUID> changed = subjects.chain(subjectId).stream().map(Subject::id).toList();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              pages.changed(changed);
            }
          });
    } else {
      pages.changed(changed);
    }
  }

  /// The public lines about a thing and all its parts, newest first.
  public List<Entry> of(UUID subjectId, int limit) {
    return database
        .sql(
            """
            with recursive part as (
              select id from ledger.subject where id = :id
              union all
              select s.id from ledger.subject s join part on s.parent_id = part.id
            )
            select e.id, e.at, e.actor_name, e.deed, e.details, s.path, s.title
              from ledger.entry e join part on part.id = e.subject_id
              join ledger.subject s on s.id = e.subject_id
             where e.is_public
             order by e.id desc limit :limit
            """)
        .with("id", subjectId)
        .with("limit", limit)
        .list(Entry.class);
  }

  public record Entry(
      long id,
      Instant at,
      String actorName,
      String deed,
      JsonNode details,
      String path,
      LocalText title) {}
}
