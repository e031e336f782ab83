package cabildo.reports;

import cabildo.db.Database;
import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The evidence that may be laid beside an answer: what is attached to the commitment, to one of
/// its parts, or to the report itself, and was not withdrawn.
@Component
public class AvailableEvidence {
  private final Database database;

  public AvailableEvidence(Database database) {
    this.database = database;
  }

  /// @param about what it is attached to
  public record Item(
      UUID id, LocalText title, String kind, @Nullable LocalDate factOn, LocalText about) {}

  public List<Item> of(Report report) {
    return database
        .sql(
            """
            with recursive part as (
              select id from ledger.subject where id in (:commitmentId, :reportId)
              union
              select s.id from ledger.subject s join part on s.parent_id = part.id
            )
            select distinct on (i.id) i.id, i.title, i.kind, i.fact_on, s.title as about
              from part
              join evidence.attachment a on a.subject_id = part.id
              join evidence.item i on i.id = a.item_id
              join ledger.subject s on s.id = a.subject_id
             where not exists (select from evidence.withdrawal w where w.item_id = i.id)
             order by i.id
            """)
        .with("commitmentId", report.commitmentId())
        .with("reportId", report.id())
        .list(Item.class);
  }
}
