package cabildo.reports;

import cabildo.accounts.Person;
import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes the evaluators of a report.
@Component
public class Evaluators {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public Evaluators(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  public List<Evaluator> of(UUID reportId) {
    return database
        .sql(
            """
            select id, position, name, person_id, affiliation, independence, declared_at
              from reports.evaluator where report_id = :reportId order by position
            """)
        .with("reportId", reportId)
        .list(Evaluator.class);
  }

  /// The actor's own place among the evaluators; without one the Problem `NotAllowed`.
  public Evaluator own(Actor actor, UUID reportId) {
    UUID personId = actor.mustBeSignedIn();
    return of(reportId).stream()
        .filter(evaluator -> personId.equals(evaluator.personId()))
        .findFirst()
        .orElseThrow(() -> Problem.notAllowed("web.problem.roleNeeded.evaluator"));
  }

  public void add(Actor actor, UUID reportId, Person person) {
    database
        .sql(
            """
            insert into reports.evaluator (id, report_id, position, name, person_id)
            values (:id, :reportId, (select coalesce(max(position), 0) + 1
              from reports.evaluator where report_id = :reportId), :name, :personId)
            """)
        .with("id", Ids.next())
        .with("reportId", reportId)
        .with("name", person.name())
        .with("personId", person.id())
        .change();
    ledger.writePrivately(actor, "report.evaluator.added", reportId, Map.of("name", person.name()));
  }

  /// The statement of one's own independence; it can be renewed, and the ledger keeps the earlier.
  public void declare(
      Actor actor, UUID reportId, Evaluator own, String affiliation, String independence) {
    database
        .sql(
            """
            update reports.evaluator
               set affiliation = :affiliation, independence = :independence, declared_at = :now
             where id = :id
            """)
        .with("id", own.id())
        .with("affiliation", affiliation)
        .with("independence", independence)
        .with("now", clock.instant())
        .changeOne();
    ledger.writePrivately(
        actor,
        "report.independence.declared",
        reportId,
        Map.of("affiliation", affiliation, "independence", independence));
  }
}
