package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.ledger.Ledger;
import cabildo.studies.Component;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Every statement that reads or writes invitations.
@org.springframework.stereotype.Component
public class Invitations {
  private static final String COLUMNS =
      """
      select i.id, i.component_id, i.unit, i.number, i.issued_at, i.withdrawn_at,
             (select s.started_at from studies.sitting s where s.invitation_id = i.id) as started_at,
             (select a.received_at from studies.submission a
               where a.invitation_id = i.id and a.replaces_id is null) as answered_at,
             (select o.outcome from studies.contact_outcome o
               where o.invitation_id = i.id order by o.recorded_at desc, o.id desc limit 1) as outcome,
             (select count(*) from studies.reminder r where r.invitation_id = i.id) as messages,
             exists (select from studies.invitation_contact c where c.invitation_id = i.id)
               as has_contact
        from studies.invitation i
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Invitations(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// An invitation as it is made: the code is known here and now and never again.
  record Issued(int unit, int number, LinkCode code) {
    String reference() {
      return Invitation.reference(unit, number);
    }
  }

  Invitation get(UUID id) {
    return database.sql(COLUMNS + "where i.id = :id").with("id", id).get(Invitation.class);
  }

  /// By the code of the card, or of any message that was sent for it.
  Optional<Invitation> find(LinkCode code) {
    return database
        .sql(
            COLUMNS
                + """
                where i.id = coalesce(
                  (select id from studies.invitation where token_hash = :hash),
                  (select invitation_id from studies.invitation_key where token_hash = :hash))
                """)
        .with("hash", code.sha256())
        .find(Invitation.class);
  }

  public List<Invitation> of(UUID componentId, int unit) {
    return database
        .sql(COLUMNS + "where i.component_id = :componentId and i.unit = :unit order by i.number")
        .with("componentId", componentId)
        .with("unit", unit)
        .list(Invitation.class);
  }

  /// Every drawn unit of the component's study, in the order of their numbers; empty before the
  /// draw.
  public List<UnitProgress> byUnit(Component component) {
    return database
        .sql(
            """
            select u.number, u.code, u.name, u.stratum, u.invitations as planned, u.completes,
                   count(i.id) filter (where i.withdrawn_at is null or a.id is not null) as issued,
                   count(i.id) filter (where i.withdrawn_at is not null and a.id is null)
                     as withdrawn,
                   count(s.id) filter (where a.id is null and i.withdrawn_at is null) as started,
                   count(a.id) as answered
              from studies.plan p
              join studies.sampled_unit u on u.plan_id = p.id
              left join studies.invitation i
                on i.component_id = :componentId and i.unit = u.number
              left join studies.sitting s on s.invitation_id = i.id
              left join studies.submission a on a.invitation_id = i.id and a.replaces_id is null
             where p.study_id = :studyId
             group by u.number, u.code, u.name, u.stratum, u.invitations, u.completes
             order by u.number
            """)
        .with("componentId", component.id())
        .with("studyId", component.studyId())
        .list(UnitProgress.class);
  }

  /// The name of a drawn unit's municipality or place.
  UnitProgress unit(Component component, int number) {
    return byUnit(component).stream()
        .filter(unit -> unit.number() == number)
        .findFirst()
        .orElseThrow(Problem::notFound);
  }

  /// Makes so many for a drawn unit, numbered after those it has.
  List<Issued> issue(Actor actor, Component component, int unit, int count) {
    int last =
        (int)
            database
                .sql(
                    """
                    select coalesce(max(number), 0) from studies.invitation
                     where component_id = :componentId and unit = :unit
                    """)
                .with("componentId", component.id())
                .with("unit", unit)
                .count();
    List<Issued> issued = new ArrayList<>();
    for (int number = last + 1; number <= last + count; number++) {
      LinkCode code = LinkCode.fresh();
      insert(component, unit, number, code);
      issued.add(new Issued(unit, number, code));
    }
    ledger.write(
        actor,
        "study.invitations.issued",
        component.studyId(),
        Map.of("unit", unit, "count", count));
    return issued;
  }

  private void insert(Component component, int unit, int number, LinkCode code) {
    database
        .sql(
            """
            insert into studies.invitation (id, component_id, unit, number, token_hash, issued_at)
            values (:id, :componentId, :unit, :number, :hash, :now)
            """)
        .with("id", Ids.next())
        .with("componentId", component.id())
        .with("unit", unit)
        .with("number", number)
        .with("hash", code.sha256())
        .with("now", clock.instant())
        .change();
  }

  /// A further code for the same invitation; it stays good for one answer.
  LinkCode furtherCode(UUID invitationId) {
    LinkCode code = LinkCode.fresh();
    database
        .sql(
            """
            insert into studies.invitation_key (token_hash, invitation_id, issued_at)
            values (:hash, :invitationId, :now)
            """)
        .with("hash", code.sha256())
        .with("invitationId", invitationId)
        .with("now", clock.instant())
        .change();
    return code;
  }

  /// `Conflict` when it was answered or withdrawn meanwhile.
  void withdraw(Actor actor, UUID studyId, Invitation invitation) {
    database
        .sql(
            """
            update studies.invitation i set withdrawn_at = :now
             where i.id = :id and i.withdrawn_at is null
               and not exists (select from studies.submission a where a.invitation_id = i.id)
            """)
        .with("now", clock.instant())
        .with("id", invitation.id())
        .changeOne();
    ledger.write(
        actor, "study.invitations.withdrawn", studyId, Map.of("reference", invitation.reference()));
  }

  /// Withdraws what nobody has begun to use in a unit, and gives how many that were.
  int withdrawUnused(Actor actor, Component component, int unit) {
    int count =
        database
            .sql(
                """
                update studies.invitation i set withdrawn_at = :now
                 where i.component_id = :componentId and i.unit = :unit and i.withdrawn_at is null
                   and not exists (select from studies.submission a where a.invitation_id = i.id)
                   and not exists (select from studies.sitting s where s.invitation_id = i.id)
                """)
            .with("now", clock.instant())
            .with("componentId", component.id())
            .with("unit", unit)
            .change();
    ledger.write(
        actor,
        "study.invitations.withdrawn",
        component.studyId(),
        Map.of("unit", unit, "count", count));
    return count;
  }
}
