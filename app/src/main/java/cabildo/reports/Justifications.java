package cabildo.reports;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes justifications.
@Component
public class Justifications {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public Justifications(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Map<String, Justification> of(UUID reportId) {
    return database
        .sql(
            """
            select finding, text, given_at, given_by_name from reports.justification
             where report_id = :reportId
            """)
        .with("reportId", reportId)
        .list(Justification.class)
        .stream()
        .collect(Collectors.toMap(Justification::finding, given -> given));
  }

  public void give(Actor actor, UUID reportId, String finding, LocalText text) {
    database
        .sql(
            """
            insert into reports.justification
              (report_id, finding, text, given_at, given_by, given_by_name)
            values (:reportId, :finding, :text::jsonb, :now, :by, :byName)
            on conflict (report_id, finding) do update
              set text = excluded.text, given_at = excluded.given_at,
                  given_by = excluded.given_by, given_by_name = excluded.given_by_name
            """)
        .with("reportId", reportId)
        .with("finding", finding)
        .with("text", text)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("byName", actor.name())
        .change();
    ledger.writePrivately(actor, "report.finding.justified", reportId, Map.of("finding", finding));
  }
}
