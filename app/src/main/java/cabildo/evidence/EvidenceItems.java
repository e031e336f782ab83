package cabildo.evidence;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes evidence.
@Component
public class EvidenceItems {
  private static final String COLUMNS =
      """
      select i.id, i.kind, i.title, i.proves, i.author, i.fact_on, i.received_at, i.licence,
             i.has_personal_data, i.sha256, i.file_name, b.size_bytes, b.media_type, i.url,
             i.added_by, i.added_by_name, i.invented,
             w.reason as withdrawn_reason, w.withdrawn_at, w.withdrawn_by_name
        from evidence.item i
        left join files.blob b on b.sha256 = i.sha256
        left join evidence.withdrawal w on w.item_id = i.id
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Clock clock;

  public EvidenceItems(Database database, Subjects subjects, Ledger ledger, Clock clock) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
    this.clock = clock;
  }

  public EvidenceItem get(UUID id) {
    return database.sql(COLUMNS + " where i.id = :id").with("id", id).get(EvidenceItem.class);
  }

  /// What is attached to a thing, in the order in which it was received; withdrawn items too.
  public List<EvidenceItem> of(UUID subjectId) {
    return ofAll(List.of(subjectId)).getOrDefault(subjectId, List.of());
  }

  private record Attached(UUID subjectId, UUID itemId) {}

  /// The same for many things at once; a thing without evidence has no entry.
  public Map<UUID, List<EvidenceItem>> ofAll(Collection<UUID> subjectIds) {
    if (subjectIds.isEmpty()) {
      return Map.of();
    }
    List<Attached> attached =
        database
            .sql(
                """
                select a.subject_id, a.item_id
                  from evidence.attachment a join evidence.item i on i.id = a.item_id
                 where a.subject_id in (:subjectIds) order by i.received_at, i.id
                """)
            .with("subjectIds", subjectIds)
            .list(Attached.class);
    Map<UUID, EvidenceItem> items =
        all(attached.stream().map(Attached::itemId).distinct().toList());
    Map<UUID, List<EvidenceItem>> bySubject = new LinkedHashMap<>();
    for (Attached one : attached) {
      EvidenceItem item = items.get(one.itemId());
      if (item != null) {
        bySubject.computeIfAbsent(one.subjectId(), _ -> new ArrayList<>()).add(item);
      }
    }
    return bySubject;
  }

  /// Items by their ids.
  public Map<UUID, EvidenceItem> all(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : database
            .sql(COLUMNS + " where i.id in (:ids)")
            .with("ids", ids)
            .list(EvidenceItem.class)
            .stream()
            .collect(Collectors.toMap(EvidenceItem::id, Function.identity()));
  }

  /// What an item is attached to.
  public List<Subject> about(UUID itemId) {
    return database
        .sql(
            """
            select s.id, s.kind, s.parent_id, s.path, s.title
              from evidence.attachment a join ledger.subject s on s.id = a.subject_id
             where a.item_id = :itemId order by a.attached_at, s.path
            """)
        .with("itemId", itemId)
        .list(Subject.class);
  }

  /// Takes an item into the record as evidence for these things, at least one.
  public UUID add(Actor actor, NewItem item, List<UUID> about) {
    return add(actor, item, about, clock.instant());
  }

  /// The same, for what was received at another time.
  public UUID add(Actor actor, NewItem item, List<UUID> about, Instant receivedAt) {
    UUID id = Ids.next();
    subjects.register(
        new Subject(id, "evidence", about.getFirst(), "/evidence/" + id, item.title()));
    insert(actor, id, item, receivedAt);
    attachRow(actor, id, about.getFirst());
    ledger.write(actor, "evidence.added", id, facts(item));
    about.stream().skip(1).forEach(subjectId -> attach(actor, id, subjectId));
    return id;
  }

  private void insert(Actor actor, UUID id, NewItem item, Instant receivedAt) {
    var statement =
        database
            .sql(
                """
                insert into evidence.item
                  (id, kind, title, proves, author, fact_on, received_at, licence,
                   has_personal_data, sha256, file_name, url, added_by, added_by_name, invented)
                values (:id, :kind, :title::jsonb, :proves::jsonb, :author, :factOn, :receivedAt,
                   :licence, :hasPersonalData, :sha256, :fileName, :url, :addedBy, :addedByName,
                   :invented)
                """)
            .with("id", id)
            .with("title", item.title())
            .with("proves", item.proves())
            .with("author", item.author())
            .with("factOn", item.factOn())
            .with("receivedAt", receivedAt)
            .with("licence", item.licence())
            .with("hasPersonalData", item.hasPersonalData())
            .with("addedBy", actor.id())
            .with("addedByName", actor.name())
            .with("invented", item.invented());
    switch (item.source()) {
      case NewItem.StoredFile(String sha256, String fileName) ->
          statement
              .with("kind", EvidenceItem.Kind.FILE)
              .with("sha256", sha256)
              .with("fileName", fileName)
              .with("url", null)
              .change();
      case NewItem.Link(String url) ->
          statement
              .with("kind", EvidenceItem.Kind.LINK)
              .with("sha256", null)
              .with("fileName", null)
              .with("url", url)
              .change();
    }
  }

  private static Map<String, String> facts(NewItem item) {
    return switch (item.source()) {
      case NewItem.StoredFile(String sha256, _) -> Map.of("sha256", sha256);
      case NewItem.Link(String url) -> Map.of("url", url);
    };
  }

  /// Makes an item evidence for one thing more. Both pages learn of it.
  public void attach(Actor actor, UUID itemId, UUID subjectId) {
    if (attachRow(actor, itemId, subjectId) == 1) {
      ledger.write(actor, "evidence.attached", itemId, Map.of("to", subjectId));
      ledger.write(actor, "evidence.attached", subjectId, Map.of("item", itemId));
    }
  }

  private int attachRow(Actor actor, UUID itemId, UUID subjectId) {
    return database
        .sql(
            """
            insert into evidence.attachment (item_id, subject_id, attached_at, attached_by)
            values (:itemId, :subjectId, :now, :by) on conflict do nothing
            """)
        .with("itemId", itemId)
        .with("subjectId", subjectId)
        .with("now", clock.instant())
        .with("by", actor.id())
        .change();
  }

  /// Says that an item no longer holds; the Problem `Conflict` when somebody has said so before.
  public void withdraw(Actor actor, UUID itemId, String reason) {
    int changed =
        database
            .sql(
                """
                insert into evidence.withdrawal
                  (item_id, reason, withdrawn_at, withdrawn_by, withdrawn_by_name)
                values (:itemId, :reason, :now, :by, :byName) on conflict do nothing
                """)
            .with("itemId", itemId)
            .with("reason", reason)
            .with("now", clock.instant())
            .with("by", actor.id())
            .with("byName", actor.name())
            .change();
    if (changed == 0) {
      throw Problem.conflict("evidence.alreadyWithdrawn");
    }
    ledger.write(actor, "evidence.withdrawn", itemId, Map.of("reason", reason));
    about(itemId).stream()
        .skip(1)
        .forEach(
            thing -> ledger.write(actor, "evidence.withdrawn", thing.id(), Map.of("item", itemId)));
  }
}
