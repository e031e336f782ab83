package cabildo.commitments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes the beginning and the end of milestones.
@Component
public class Closures {
  private final Database database;
  private final Milestones milestones;
  private final Ledger ledger;
  private final Clock clock;

  public Closures(Database database, Milestones milestones, Ledger ledger, Clock clock) {
    this.database = database;
    this.milestones = milestones;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Optional<Start> findStart(UUID milestoneId) {
    return database
        .sql(
            """
            select started_on, recorded_at, recorded_by_name
              from commitments.start where milestone_id = :id
            """)
        .with("id", milestoneId)
        .find(Start.class);
  }

  public Optional<Closure> find(UUID milestoneId) {
    return database
        .sql(
            """
            select outcome, closed_on, closing_text, recorded_at, recorded_by_name
              from commitments.closure where milestone_id = :id
            """)
        .with("id", milestoneId)
        .find(Closure.class);
  }

  public void start(Actor actor, Milestone milestone, StartForm.Value value) {
    database
        .sql(
            """
            insert into commitments.start
              (milestone_id, started_on, recorded_at, recorded_by, recorded_by_name)
            values (:milestone, :startedOn, :now, :by, :name)
            """)
        .with("milestone", milestone.id())
        .with("startedOn", value.startedOn())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    milestones.countChange(milestone.id());
    ledger.write(
        actor, "milestone.started", milestone.id(), Map.of("startedOn", "" + value.startedOn()));
  }

  public void close(Actor actor, Milestone milestone, ClosureForm.Value value) {
    database
        .sql(
            """
            insert into commitments.closure
              (milestone_id, outcome, closed_on, closing_text, recorded_at, recorded_by,
               recorded_by_name)
            values (:milestone, :outcome, :closedOn, :text::jsonb, :now, :by, :name)
            """)
        .with("milestone", milestone.id())
        .with("outcome", value.outcome())
        .with("closedOn", value.closedOn())
        .with("text", value.closingText())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    milestones.countChange(milestone.id());
    ledger.write(
        actor,
        "milestone.closed",
        milestone.id(),
        Map.of("outcome", value.outcome().code(), "closedOn", "" + value.closedOn()));
  }
}
