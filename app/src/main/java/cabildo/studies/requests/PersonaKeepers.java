package cabildo.studies.requests;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The only door to who stands behind a persona.
@Component
class PersonaKeepers {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  PersonaKeepers(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// Personas of this person, in rounds that are not closed.
  List<UUID> personasOf(UUID personId) {
    return database
        .sql(
            """
            select k.persona_id from studies.persona_keeper k
              join studies.persona p on p.id = k.persona_id
              join studies.request_round r on r.id = p.round_id
             where k.person_id = :personId and r.closed_at is null
            """)
        .with("personId", personId)
        .list(UUID.class);
  }

  /// @param name of the person; for the administrator, and for the officer after the debrief
  record Kept(UUID personaId, UUID personId, String name) {}

  List<Kept> of(Round round) {
    return database
        .sql(
            """
            select k.persona_id, k.person_id, a.name from studies.persona_keeper k
              join studies.persona p on p.id = k.persona_id
              join accounts.person a on a.id = k.person_id
             where p.round_id = :roundId order by p.alias
            """)
        .with("roundId", round.id())
        .list(Kept.class);
  }

  /// Entrusts a persona, or gives it to somebody else. The ledger says which, never to whom.
  void entrust(Actor actor, Round round, UUID personaId, UUID personId) {
    database
        .sql(
            """
            insert into studies.persona_keeper (persona_id, person_id, named_at)
            values (:personaId, :personId, :now)
            on conflict (persona_id) do update set person_id = :personId, named_at = :now
            """)
        .with("personaId", personaId)
        .with("personId", personId)
        .with("now", clock.instant())
        .change();
    ledger.writePrivately(
        actor, "study.persona.named", round.id(), Map.of("persona", personaId.toString()));
  }
}
