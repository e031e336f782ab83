package cabildo.studies;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes phases of studies.
@Component
public class Phases {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public Phases(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Entered so far, in order.
  public List<Phase> of(UUID studyId) {
    return database
        .sql(
            """
            select phase, entered_at, entered_by_name from studies.phase
             where study_id = :studyId
             order by array_position(array['registered', 'opened', 'closed', 'published'], phase)
            """)
        .with("studyId", studyId)
        .list(Phase.class);
  }

  public boolean has(UUID studyId, Phase.Name phase) {
    return enteredAt(studyId, phase).isPresent();
  }

  public Optional<Instant> enteredAt(UUID studyId, Phase.Name phase) {
    return of(studyId).stream()
        .filter(entered -> entered.phase() == phase)
        .map(Phase::enteredAt)
        .findFirst();
  }

  /// Whether answers are taken now.
  public boolean isOpen(UUID studyId) {
    List<Phase> entered = of(studyId);
    return !entered.isEmpty() && entered.getLast().phase() == Phase.Name.OPENED;
  }

  /// Enters the next phase; `Conflict` when it is not the next.
  public void enter(Actor actor, Study study, Phase.Name phase) {
    if (of(study.id()).size() != List.of(Phase.Name.values()).indexOf(phase)) {
      throw Problem.conflict("studies.phase.notNext." + phase.code());
    }
    database
        .sql(
            """
            insert into studies.phase (study_id, phase, entered_at, entered_by, entered_by_name)
            values (:studyId, :phase, :now, :by, :name)
            """)
        .with("studyId", study.id())
        .with("phase", phase)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
    ledger.write(actor, "study.phase.entered", study.id(), Map.of("phase", phase.code()));
  }
}
