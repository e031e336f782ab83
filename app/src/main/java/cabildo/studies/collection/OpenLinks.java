package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes when anybody may answer.
@Component
public class OpenLinks {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  OpenLinks(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  public boolean isOpen(UUID componentId) {
    return database
        .sql(
            """
            select exists (select from studies.open_link
                            where component_id = :componentId and closed_at is null)
            """)
        .with("componentId", componentId)
        .isTrue();
  }

  void open(Actor actor, CitizenSide side) {
    if (isOpen(side.component().id())) {
      throw Problem.conflict("studies.collection.open.already");
    }
    database
        .sql(
            """
            insert into studies.open_link (id, component_id, opened_at, opened_by_name)
            values (:id, :componentId, :now, :name)
            """)
        .with("id", Ids.next())
        .with("componentId", side.component().id())
        .with("now", clock.instant())
        .with("name", actor.name())
        .change();
    ledger.write(actor, "study.open_link.opened", side.study().id(), Map.of());
  }

  /// What was begun can still be sent.
  void close(Actor actor, CitizenSide side) {
    database
        .sql(
            """
            update studies.open_link set closed_at = :now, closed_by_name = :name
             where component_id = :componentId and closed_at is null
            """)
        .with("now", clock.instant())
        .with("name", actor.name())
        .with("componentId", side.component().id())
        .changeOne();
    ledger.write(actor, "study.open_link.closed", side.study().id(), Map.of());
  }
}
