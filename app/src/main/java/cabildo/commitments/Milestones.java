package cabildo.commitments;

import cabildo.db.Database;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes milestones.
@Component
public class Milestones {
  private static final String COLUMNS =
      """
      select m.id, m.line_of_action_id, m.number, m.slug, m.title, m.description,
             m.means_of_verification, m.planned_start_on, m.planned_end_on,
             m.government_responsible_id, m.civil_responsible_id, m.territory_id, m.invented,
             m.version
        from commitments.milestone m
      """;

  /// One row for each milestone, with nothing in it that is dated after `:asOf`.
  private static final String FACTS =
      """
      select m.id, m.line_of_action_id, l.number as line_number, m.number, m.slug, m.title,
             m.planned_start_on, m.planned_end_on, s.started_on, c.outcome, c.closed_on,
             coalesce(p.reports_count, 0) as reports_count, p.last_reported_on,
             coalesce(p.highest_on, p.last_reported_on) as last_advanced_on, p.reported_percent,
             array(select a.item_id from evidence.attachment a
                    where a.subject_id = m.id and a.attached_at < :end
                      and not exists (select from evidence.withdrawal w
                                       where w.item_id = a.item_id and w.withdrawn_at < :end)
                    order by a.item_id) as evidence,
             cast(:asOf as date) as as_of
        from commitments.milestone m
        join commitments.line_of_action l on l.id = m.line_of_action_id
        left join commitments.start s on s.milestone_id = m.id and s.started_on <= :asOf
        left join commitments.closure c on c.milestone_id = m.id and c.closed_on <= :asOf
        left join lateral (
          select count(*) as reports_count, max(r.reported_on) as last_reported_on,
                 (array_agg(r.reported_on order by r.percent desc, r.reported_on)
                   filter (where r.percent is not null))[1] as highest_on,
                 (array_agg(r.percent order by r.reported_on desc, r.recorded_at desc, r.id desc)
                   filter (where r.percent is not null))[1] as reported_percent
            from commitments.progress r
           where r.milestone_id = m.id and r.reported_on <= :asOf
        ) p on true
      """;

  private final Database database;
  private final Clock clock;

  public Milestones(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  public Milestone get(UUID id) {
    return database.sql(COLUMNS + "where m.id = :id").with("id", id).get(Milestone.class);
  }

  public Milestone get(String slug) {
    return database.sql(COLUMNS + "where m.slug = :slug").with("slug", slug).get(Milestone.class);
  }

  public List<Milestone> ofLine(UUID lineOfActionId) {
    return database
        .sql(COLUMNS + "where m.line_of_action_id = :lineId order by m.number")
        .with("lineId", lineOfActionId)
        .list(Milestone.class);
  }

  public Place placeOf(Milestone milestone) {
    return database
        .sql(
            """
            select m.id as milestone_id, l.id as line_id, l.number as line_number,
                   l.slug as line_slug, l.title as line_title, c.id as commitment_id,
                   c.slug as commitment_slug, c.title as commitment_title, c.plan_id,
                   g.id as government_id, g.slug as government_slug, g.name as government_name,
                   g.territory_id as government_territory_id, o.id as civil_id,
                   o.slug as civil_slug, o.name as civil_name, t.id as territory_id,
                   t.slug as territory_slug, t.name as territory_name
              from commitments.milestone m
              join commitments.line_of_action l on l.id = m.line_of_action_id
              join commitments.commitment c on c.id = l.commitment_id
              join members.organisation g on g.id = m.government_responsible_id
              left join members.organisation o on o.id = m.civil_responsible_id
              left join members.territory t on t.id = m.territory_id
             where m.id = :id
            """)
        .with("id", milestone.id())
        .get(Place.class);
  }

  /// Holds the milestone for one writer until the end of the transaction.
  ///
  /// @return its version, which a form that was opened before the last change does not carry
  int hold(UUID milestoneId) {
    return database
        .sql("select version from commitments.milestone where id = :id for update")
        .with("id", milestoneId)
        .get(Integer.class);
  }

  /// Counts a change, so that a form that was opened before it is noticed.
  void countChange(UUID milestoneId) {
    database
        .sql("update commitments.milestone set version = version + 1 where id = :id")
        .with("id", milestoneId)
        .changeOne();
  }

  public MilestoneFacts factsOf(UUID milestoneId, LocalDate asOf) {
    return facts("where m.id = :id", asOf).with("id", milestoneId).get(MilestoneFacts.class);
  }

  /// In the order of their lines and numbers.
  public List<MilestoneFacts> factsOfCommitments(Collection<UUID> commitmentIds, LocalDate asOf) {
    return facts("where l.commitment_id in (:ids) order by l.number, m.number", asOf)
        .with("ids", commitmentIds)
        .list(MilestoneFacts.class);
  }

  /// Those that an organisation answers for, on the side of government or of civil society.
  public List<MilestoneFacts> factsOfOrganisation(UUID organisationId, LocalDate asOf) {
    return facts(
            """
            where :id in (m.government_responsible_id, m.civil_responsible_id)
            order by m.planned_end_on, m.slug
            """,
            asOf)
        .with("id", organisationId)
        .list(MilestoneFacts.class);
  }

  private Database.Statement facts(String where, LocalDate asOf) {
    return database
        .sql(FACTS + where)
        .with("asOf", asOf)
        .with("end", asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
  }
}
