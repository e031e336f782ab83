package cabildo.commitments;

import cabildo.db.Database;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes lines of action.
@Component
public class LinesOfAction {
  private static final String COLUMNS =
      """
      select l.id, l.commitment_id, l.number, l.slug, l.title, l.description, l.invented
        from commitments.line_of_action l
      """;

  private final Database database;

  public LinesOfAction(Database database) {
    this.database = database;
  }

  public LineOfAction get(UUID id) {
    return database.sql(COLUMNS + "where l.id = :id").with("id", id).get(LineOfAction.class);
  }

  public LineOfAction get(String slug) {
    return database
        .sql(COLUMNS + "where l.slug = :slug")
        .with("slug", slug)
        .get(LineOfAction.class);
  }

  public List<LineOfAction> ofCommitments(Collection<UUID> commitmentIds) {
    return database
        .sql(COLUMNS + "where l.commitment_id in (:ids) order by l.commitment_id, l.number")
        .with("ids", commitmentIds)
        .list(LineOfAction.class);
  }
}
