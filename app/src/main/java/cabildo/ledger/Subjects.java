package cabildo.ledger;

import cabildo.db.Database;
import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import cabildo.kernel.Subject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes subjects.
@Component
public class Subjects {
  private static final String COLUMNS =
      "select id, kind, parent_id, path, title from ledger.subject ";
  private final Database database;
  private final Clock clock;

  public Subjects(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Registers a new thing and gives the id that its own row must take.
  public UUID register(String kind, @Nullable UUID parentId, String path, LocalText title) {
    UUID id = Ids.next();
    register(new Subject(id, kind, parentId, path, title));
    return id;
  }

  public void register(Subject subject) {
    database
        .sql(
            """
            insert into ledger.subject (id, kind, parent_id, path, title, created_at)
            values (:id, :kind, :parentId, :path, :title::jsonb, :now)
            """)
        .with("id", subject.id())
        .with("kind", subject.kind())
        .with("parentId", subject.parentId())
        .with("path", subject.path())
        .with("title", subject.title())
        .with("now", clock.instant())
        .change();
  }

  public Subject get(UUID id) {
    return database.sql(COLUMNS + "where id = :id").with("id", id).get(Subject.class);
  }

  public Optional<Subject> find(String path) {
    return database.sql(COLUMNS + "where path = :path").with("path", path).find(Subject.class);
  }

  /// The thing itself first, then what it is part of, up to the root.
  public List<Subject> chain(UUID id) {
    return database
        .sql(
            """
            with recursive up as (
              select id, kind, parent_id, path, title, 0 as depth from ledger.subject where id = :id
              union all
              select s.id, s.kind, s.parent_id, s.path, s.title, up.depth + 1
                from ledger.subject s join up on s.id = up.parent_id
            )
            select id, kind, parent_id, path, title from up order by depth
            """)
        .with("id", id)
        .list(Subject.class);
  }
}
