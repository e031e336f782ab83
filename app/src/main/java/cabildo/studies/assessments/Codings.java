package cabildo.studies.assessments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes codings.
@Component
public class Codings {
  private static final String COLUMNS =
      """
      select id, assessment_id, number, person_id, person_name, finished_at
        from studies.assessment_coding
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Codings(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// The validator's first.
  public List<Coding> of(UUID assessmentId) {
    return database
        .sql(COLUMNS + "where assessment_id = :id order by number")
        .with("id", assessmentId)
        .list(Coding.class);
  }

  Optional<Coding> find(UUID assessmentId, Actor actor) {
    return of(assessmentId).stream()
        .filter(coding -> coding.personId().equals(actor.id()))
        .findFirst();
  }

  Coding get(Assessment assessment, Actor actor) {
    return find(assessment.id(), actor).orElseThrow(Problem::notFound);
  }

  /// Takes up the next free place; `Conflict` when none is left, or one is held already.
  void begin(Actor actor, Assessment assessment) {
    List<Coding> taken = of(assessment.id());
    if (find(assessment.id(), actor).isPresent() || taken.size() >= assessment.coders()) {
      throw Problem.conflict("studies.assessments.coding.taken");
    }
    database
        .sql(
            """
            insert into studies.assessment_coding (id, assessment_id, number, person_id,
              person_name, begun_at)
            values (:id, :assessmentId, :number, :personId, :name, :now)
            """)
        .with("id", Ids.next())
        .with("assessmentId", assessment.id())
        .with("number", taken.size() + 1)
        .with("personId", actor.mustBeSignedIn())
        .with("name", actor.name())
        .with("now", clock.instant())
        .change();
    ledger.writePrivately(actor, "study.coding.begun", assessment.id(), Map.of());
  }

  void finish(Actor actor, Coding coding) {
    database
        .sql(
            """
            update studies.assessment_coding set finished_at = :now
             where id = :id and finished_at is null
            """)
        .with("now", clock.instant())
        .with("id", coding.id())
        .changeOne();
    ledger.writePrivately(actor, "study.coding.finished", coding.assessmentId(), Map.of());
  }
}
