package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.ledger.Ledger;
import cabildo.statistics.nonresponse.Disposition;
import cabildo.statistics.nonresponse.ResponseRates;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes what came of trying to reach people.
@Component
public class ContactOutcomes {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  ContactOutcomes(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  void record(Actor actor, UUID studyId, OutcomeForm.Contact contact) {
    Invitation invitation = contact.invitation();
    insert(actor, invitation.id(), contact.outcome(), contact.note().orElse(null));
    ledger.writePrivately(
        actor,
        "study.outcome.recorded",
        studyId,
        Map.of("reference", invitation.reference(), "outcome", contact.outcome().code()));
  }

  /// Said by the invited person: nobody's name is noted.
  void decline(UUID invitationId) {
    insert(Actor.visitor(""), invitationId, Outcome.REFUSED, null);
  }

  private void insert(Actor actor, UUID invitationId, Outcome outcome, @Nullable String note) {
    database
        .sql(
            """
            insert into studies.contact_outcome (id, invitation_id, outcome, note, recorded_at,
              recorded_by, recorded_by_name)
            values (:id, :invitationId, :outcome, :note, :now, :by, :name)
            """)
        .with("id", Ids.next())
        .with("invitationId", invitationId)
        .with("outcome", outcome)
        .with("note", note)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
  }

  /// @param disposition a letter of AAPOR's, in lower case
  private record Count(int unit, String disposition, long n) {}

  /// How many invitations of each drawn unit ended in which way. An answer counts before
  /// everything, then the newest recorded outcome; who began the form and did not send it broke
  /// off, which AAPOR counts as a refusal (2.12); of the others nothing is known. Withdrawn
  /// invitations were never in the field, unless an answer came.
  public Map<Integer, ResponseRates> byUnit(UUID componentId) {
    List<Count> counts =
        database
            .sql(
                """
                select i.unit, coalesce(
                         case when a.id is not null then 'i' end,
                         (select case o.outcome when 'refused' then 'r' when 'not_reached' then 'nc'
                             when 'unable' then 'o' when 'unknown_household' then 'uh'
                             when 'unknown_person' then 'uo' when 'not_eligible' then 'ne' end
                            from studies.contact_outcome o where o.invitation_id = i.id
                           order by o.recorded_at desc, o.id desc limit 1),
                         case when s.id is not null then 'r' end,
                         'uo') as disposition,
                       count(*) as n
                  from studies.invitation i
                  left join studies.submission a on a.invitation_id = i.id and a.replaces_id is null
                  left join studies.sitting s on s.invitation_id = i.id
                 where i.component_id = :componentId
                   and (i.withdrawn_at is null or a.id is not null)
                 group by 1, 2
                """)
            .with("componentId", componentId)
            .list(Count.class);
    Map<Integer, Map<Disposition, Double>> sums = new java.util.TreeMap<>();
    for (Count count : counts) {
      sums.computeIfAbsent(count.unit(), _ -> new EnumMap<>(Disposition.class))
          .put(
              Disposition.valueOf(count.disposition().toUpperCase(java.util.Locale.ROOT)),
              (double) count.n());
    }
    Map<Integer, ResponseRates> rates = new java.util.TreeMap<>();
    sums.forEach((unit, of) -> rates.put(unit, new ResponseRates(of)));
    return rates;
  }

  /// Of all units together.
  public ResponseRates all(UUID componentId) {
    Map<Disposition, Double> sums = new EnumMap<>(Disposition.class);
    byUnit(componentId)
        .values()
        .forEach(unit ->
            unit.sums().forEach((disposition, n) -> sums.merge(disposition, n, Double::sum)));
    return new ResponseRates(sums);
  }
}
