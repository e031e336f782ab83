package cabildo.studies.assessments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes objections and their resolutions.
@Component
public class Objections {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Objections(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// In the order in which they were filed.
  public List<Objection> of(UUID assessmentId) {
    return database
        .sql(
            """
            select o.id, o.path, o.text, o.link, o.filed_at, o.filed_by, o.filed_by_name,
                   r.outcome, r.reason, r.value, r.resolved_at, r.resolved_by_name
              from studies.objection o left join studies.resolution r on r.objection_id = o.id
             where o.assessment_id = :id order by o.id
            """)
        .with("id", assessmentId)
        .list(Objection.class);
  }

  /// A second one to the same item is a `Conflict` of the unique key.
  void file(Actor actor, Assessment assessment, ObjectionForm.Text objection) {
    database
        .sql(
            """
            insert into studies.objection (id, assessment_id, path, text, link, filed_at, filed_by,
              filed_by_name)
            values (:id, :assessmentId, :path, :text, :link, :now, :by, :name)
            """)
        .with("id", Ids.next())
        .with("assessmentId", assessment.id())
        .with("path", objection.path())
        .with("text", objection.text())
        .with("link", objection.link())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.writePrivately(
        actor, "study.objection.filed", assessment.id(), Map.of("item", objection.path()));
  }

  void resolve(
      Actor actor, Assessment assessment, Objection objection, ObjectionForm.Decision decision) {
    database
        .sql(
            """
            insert into studies.resolution (objection_id, outcome, reason, value, resolved_at,
              resolved_by, resolved_by_name)
            values (:id, :outcome, :reason, :value, :now, :by, :name)
            """)
        .with("id", objection.id())
        .with("outcome", decision.outcome())
        .with("reason", decision.reason())
        .with("value", decision.value())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.writePrivately(
        actor,
        "study.objection.resolved",
        assessment.id(),
        Map.of("item", objection.path(), "outcome", decision.outcome().code()));
  }
}
