package cabildo.app;

import cabildo.db.Database;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The public lines of the ledger as readers page through them. Reads only.
@Component
public class PublicLedger {
  private static final String LINES =
      """
      select e.id, e.at, e.actor_name, e.deed, s.id as subject_id, s.path, s.title,
             s.kind <> 'report' or exists (select from reports.publication p
                                            where p.report_id = s.id) as has_page
        from ledger.entry e join ledger.subject s on s.id = e.subject_id
       where e.is_public
      """;

  private final Database database;

  public PublicLedger(Database database) {
    this.database = database;
  }

  /// @param id its number in the ledger; numbers may be missing, because private lines have some
  /// @param hasPage false for a report of which nothing is published yet
  /// @param deed as in `milestone.progress.reported`
  public record Line(
      long id,
      Instant at,
      String actorName,
      String deed,
      UUID subjectId,
      String path,
      LocalText title,
      boolean hasPage) {

    /// The sentence, which the name of the thing ends.
    public String key() {
      return "app.deed." + deed;
    }
  }

  /// Newest first.
  ///
  /// @param before only lines older than this number
  public List<Line> latest(@Nullable Long before, int most) {
    return database
        .sql(
            LINES
                + " and (:before::bigint is null or e.id < :before) order by e.id desc limit :most")
        .with("before", before)
        .with("most", most)
        .list(Line.class);
  }

  /// Newest first, about plans and all that belongs to them.
  public List<Line> latestOfPlans(int most) {
    return database
        .sql(
            LINES
                + """
                 and s.kind in ('plan', 'commitment', 'line_of_action', 'milestone', 'report')
                 order by e.id desc limit :most
                """)
        .with("most", most)
        .list(Line.class);
  }

  /// About one thing and all its parts, newest first.
  public List<Line> of(UUID subjectId, int most) {
    return database
        .sql(
            """
            with recursive part as (
              select id from ledger.subject where id = :id
              union all
              select s.id from ledger.subject s join part on s.parent_id = part.id
            )
            """
                + LINES
                + " and s.id in (select id from part) order by e.id desc limit :most")
        .with("id", subjectId)
        .with("most", most)
        .list(Line.class);
  }
}
