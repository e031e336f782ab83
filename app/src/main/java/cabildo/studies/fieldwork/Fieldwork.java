package cabildo.studies.fieldwork;

import cabildo.db.Database;
import cabildo.studies.Component;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Every statement of the console. All of them count; none reads an answer.
@org.springframework.stereotype.Component
public class Fieldwork {
  private final Database database;
  private final Clock clock;

  public Fieldwork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Every drawn unit in the order of the numbers; empty before the draw.
  public List<UnitState> units(Component component) {
    return database
        .sql(
            """
            select u.number, u.code, u.name, u.territory_id, u.size, u.probability,
                   u.completes as planned, u.invitations as planned_invitations,
                   coalesce(i.issued, 0) as issued, coalesce(i.recent, 0) as recent,
                   coalesce(t.n, 0) as answered, coalesce(r.n, 0) as rejected
              from studies.plan p
              join studies.sampled_unit u on u.plan_id = p.id
              left join (
                select unit, count(*) as issued, count(*) filter (where issued_at > :since) as recent
                  from studies.invitation
                 where component_id = :id and withdrawn_at is null group by unit) i
                on i.unit = u.number
              left join (
                select unit, sum(n)::bigint as n from studies.tally
                 where component_id = :id and stream = 'probability' and item = -1 group by unit) t
                on t.unit = u.number
              left join (
                select s.unit, count(*) as n
                  from studies.review r join studies.submission s on s.id = r.submission_id
                 where r.state = 'rejected' and s.component_id = :id and s.stream = 'probability'
                   and not exists (
                     select from studies.review later where later.submission_id = r.submission_id
                        and (later.reviewed_at, later.id) > (r.reviewed_at, r.id))
                 group by s.unit) r
                on r.unit = u.number
             where p.study_id = :studyId order by u.number
            """)
        .with("id", component.id())
        .with("studyId", component.studyId())
        .with("since", clock.instant().minus(NextInvitation.PATIENCE))
        .list(UnitState.class);
  }

  /// Answers of volunteers.
  ///
  /// @param territoryId the municipality that they named; absent when they named none
  public record Volunteers(@org.jspecify.annotations.Nullable UUID territoryId, long answers) {}

  public List<Volunteers> volunteers(UUID componentId) {
    return database
        .sql(
            """
            select m.id as territory_id, sum(t.n)::bigint as answers
              from (select unit, sum(n) as n from studies.tally
                     where component_id = :id and stream = 'volunteer' and item = -1
                     group by unit) t
              left join members.territory m
                on m.level = 'municipality' and m.code ~ '^[0-9]{1,9}$' and m.code::int = t.unit
             where t.n > 0
             group by m.id
            """)
        .with("id", componentId)
        .list(Volunteers.class);
  }

  /// @param kind of flag
  /// @param submissions that bear it
  /// @param waiting of these, those that nobody has reviewed
  public record Flagged(String kind, long submissions, long waiting) {}

  public List<Flagged> flagged(UUID componentId) {
    return database
        .sql(
            """
            select f.kind, count(distinct f.submission_id) as submissions,
                   count(distinct f.submission_id) filter (where not exists (
                     select from studies.review r where r.submission_id = f.submission_id))
                     as waiting
              from studies.flag f join studies.submission s on s.id = f.submission_id
             where s.component_id = :id
             group by f.kind order by waiting desc, f.kind
            """)
        .with("id", componentId)
        .list(Flagged.class);
  }

  /// @param state what the newest review of so many submissions says
  public record Reviewed(String state, long submissions) {}

  public List<Reviewed> reviewed(UUID componentId) {
    return database
        .sql(
            """
            select state, count(*) as submissions
              from (select distinct on (r.submission_id) r.state
                      from studies.review r join studies.submission s on s.id = r.submission_id
                     where s.component_id = :id
                     order by r.submission_id, r.reviewed_at desc, r.id desc) newest
             group by state order by state
            """)
        .with("id", componentId)
        .list(Reviewed.class);
  }
}
