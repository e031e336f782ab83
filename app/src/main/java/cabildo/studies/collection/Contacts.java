package cabildo.studies.collection;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes addresses of invited people, and what was sent to them.
@Component
class Contacts {
  /// The invitation itself and three reminders.
  static final int MOST_MESSAGES = 4;

  static final Duration BETWEEN_MESSAGES = Duration.ofDays(3);

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  Contacts(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// @param eraseOn the next day on which addresses are erased
  public record Counts(
      long contacts, long answered, long invited, long reminded, @Nullable LocalDate eraseOn) {}

  Counts counts(UUID componentId) {
    return database
        .sql(
            """
            select count(c.*) as contacts, count(c.*) filter (where a.id is not null) as answered,
                   coalesce(sum(m.first), 0) as invited,
                   coalesce(sum(m.later), 0) as reminded, min(c.erase_on) as erase_on
              from studies.invitation i
              left join studies.invitation_contact c on c.invitation_id = i.id
              left join studies.submission a on a.invitation_id = i.id and a.replaces_id is null
              left join lateral (
                select count(*) filter (where r.number = 1) as first,
                       count(*) filter (where r.number > 1) as later
                  from studies.reminder r where r.invitation_id = i.id) m on true
             where i.component_id = :componentId
            """)
        .with("componentId", componentId)
        .get(Counts.class);
  }

  /// Somebody to write to.
  ///
  /// @param number of the message; the first is the invitation itself
  record Due(UUID invitationId, String email, String language, int number) {}

  /// Who has an address and no answer, was not withdrawn, did not decline, and has not heard from
  /// us for some days.
  List<Due> due(UUID componentId) {
    return database
        .sql(
            """
            select c.invitation_id, c.email, c.language, coalesce(m.n, 0) + 1 as number
              from studies.invitation i
              join studies.invitation_contact c on c.invitation_id = i.id
              left join lateral (
                select count(*) as n, max(r.sent_at) as last_at
                  from studies.reminder r where r.invitation_id = i.id) m on true
             where i.component_id = :componentId and i.withdrawn_at is null
               and not exists (select from studies.submission a where a.invitation_id = i.id)
               and coalesce((select o.outcome not in ('refused', 'not_eligible')
                               from studies.contact_outcome o where o.invitation_id = i.id
                              order by o.recorded_at desc, o.id desc limit 1), true)
               and coalesce(m.n, 0) < :most
               and (m.last_at is null or m.last_at <= :before)
             order by i.unit, i.number
            """)
        .with("componentId", componentId)
        .with("most", MOST_MESSAGES)
        .with("before", clock.instant().minus(BETWEEN_MESSAGES))
        .list(Due.class);
  }

  /// In place of an address that was there.
  void keep(Actor actor, UUID studyId, List<ReadContacts.Contact> contacts, LocalDate eraseOn) {
    for (ReadContacts.Contact contact : contacts) {
      database
          .sql(
              """
              insert into studies.invitation_contact (invitation_id, email, language, erase_on,
                added_at)
              values (:invitationId, :email, :language, :eraseOn, :now)
              on conflict (invitation_id)
              do update set email = :email, language = :language, erase_on = :eraseOn
              """)
          .with("invitationId", contact.invitationId())
          .with("email", contact.email())
          .with("language", contact.language())
          .with("eraseOn", eraseOn)
          .with("now", clock.instant())
          .change();
    }
    ledger.writePrivately(actor, "study.contacts.kept", studyId, Map.of("count", contacts.size()));
  }

  /// False when this message was noted before, on this node or another.
  boolean note(Due due) {
    return database
            .sql(
                """
                insert into studies.reminder (invitation_id, number, sent_at)
                values (:invitationId, :number, :now) on conflict do nothing
                """)
            .with("invitationId", due.invitationId())
            .with("number", due.number())
            .with("now", clock.instant())
            .change()
        == 1;
  }

  private record Erased(UUID studyId, long n) {}

  /// Addresses whose day has come are gone, with a line for each study that says how many.
  int eraseDue() {
    List<Erased> erased =
        database
            .sql(
                """
                with gone as (
                  delete from studies.invitation_contact where erase_on <= :today
                  returning invitation_id)
                select k.study_id, count(*) as n
                  from gone
                  join studies.invitation i on i.id = gone.invitation_id
                  join studies.component k on k.id = i.component_id
                 group by k.study_id
                """)
            .with("today", LocalDate.now(clock))
            .list(Erased.class);
    for (Erased one : erased) {
      ledger.writePrivately(
          Actor.program(), "study.contacts.erased", one.studyId(), Map.of("count", one.n()));
    }
    return (int) erased.stream().mapToLong(Erased::n).sum();
  }
}
