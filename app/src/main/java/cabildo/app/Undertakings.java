package cabildo.app;

import cabildo.db.Database;
import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commitments and milestones as lists of those who carry them: plain dates and counts, read only.
@Component
class Undertakings {
  private static final String COMMITMENTS =
      """
      select c.id, c.slug, c.code, c.title, c.starts_on, c.ends_on, c.invented,
             p.id as plan_id, p.slug as plan_slug, p.title as plan_title,
             lead.slug as lead_slug, lead.name as lead_name, lead.acronym as lead_acronym,
             coalesce(n.lines, 0) as lines, coalesce(n.milestones, 0) as milestones,
             coalesce(n.done, 0) as done, coalesce(n.reported, 0) as reported
        from commitments.commitment c
        join plans.plan p on p.id = c.plan_id
        left join lateral (
          select o.slug, o.name, o.acronym
            from commitments.responsible r join members.organisation o on o.id = r.organisation_id
           where r.commitment_id = c.id and r.part = 'lead'
           order by o.slug limit 1) lead on true
        left join lateral (
          select count(distinct l.id) as lines, count(m.id) as milestones,
                 count(*) filter (where x.outcome = 'done') as done,
                 count(*) filter (where x.milestone_id is not null or s.milestone_id is not null
                   or exists (select from commitments.progress g where g.milestone_id = m.id))
                   as reported
            from commitments.line_of_action l
            left join commitments.milestone m on m.line_of_action_id = l.id
            left join commitments.closure x on x.milestone_id = m.id
            left join commitments.start s on s.milestone_id = m.id
           where l.commitment_id = c.id) n on true
      """;
  private static final String MILESTONES =
      """
      select m.id, m.slug, m.title, m.planned_end_on, m.invented, c.id as commitment_id,
             c.slug as commitment_slug, c.title as commitment_title, x.outcome, x.closed_on,
             g.percent, g.reported_on,
             m.civil_responsible_id is not distinct from :who as is_civil
        from commitments.milestone m
        join commitments.line_of_action l on l.id = m.line_of_action_id
        join commitments.commitment c on c.id = l.commitment_id
        left join commitments.closure x on x.milestone_id = m.id
        left join lateral (
          select g.percent, g.reported_on from commitments.progress g where g.milestone_id = m.id
           order by g.reported_on desc, g.recorded_at desc limit 1) g on true
      """;

  private final Database database;

  Undertakings(Database database) {
    this.database = database;
  }

  /// @param reported milestones with a start, a progress report or a closing
  public record Commitment(
      UUID id,
      String slug,
      @Nullable String code,
      LocalText title,
      LocalDate startsOn,
      LocalDate endsOn,
      boolean invented,
      UUID planId,
      String planSlug,
      LocalText planTitle,
      @Nullable String leadSlug,
      @Nullable LocalText leadName,
      @Nullable String leadAcronym,
      long lines,
      long milestones,
      long done,
      long reported) {}

  /// @param outcome `done` or `cancelled`; absent while it is open
  /// @param percent as last reported; absent when no figure was given
  public record Milestone(
      UUID id,
      String slug,
      LocalText title,
      LocalDate plannedEndOn,
      boolean invented,
      UUID commitmentId,
      String commitmentSlug,
      LocalText commitmentTitle,
      @Nullable String outcome,
      @Nullable LocalDate closedOn,
      @Nullable Integer percent,
      @Nullable LocalDate reportedOn,
      boolean isCivil) {}

  List<Commitment> ofPlan(UUID planId) {
    return database
        .sql(COMMITMENTS + "where c.plan_id = :planId order by c.number")
        .with("planId", planId)
        .list(Commitment.class);
  }

  /// How many commitments each plan has; plans without one are left out.
  List<PlanCount> perPlan() {
    return database
        .sql("select plan_id, count(*) as commitments from commitments.commitment group by plan_id")
        .list(PlanCount.class);
  }

  record PlanCount(UUID planId, long commitments) {}

  /// Those that an organisation leads or supports.
  List<Commitment> ofOrganisation(UUID organisationId) {
    return database
        .sql(
            COMMITMENTS
                + """
                 where c.id in (select r.commitment_id from commitments.responsible r
                                 where r.organisation_id = :organisationId)
                 order by c.starts_on desc, p.slug, c.number
                """)
        .with("organisationId", organisationId)
        .list(Commitment.class);
  }

  /// Those that an organisation of the territory leads or supports.
  List<Commitment> ofTerritory(UUID territoryId) {
    return database
        .sql(
            COMMITMENTS
                + """
                 where c.id in (select r.commitment_id from commitments.responsible r
                                  join members.organisation o on o.id = r.organisation_id
                                 where o.territory_id = :territoryId)
                 order by c.starts_on desc, p.slug, c.number
                """)
        .with("territoryId", territoryId)
        .list(Commitment.class);
  }

  /// Those for which an organisation answers, for the government or for civil society.
  List<Milestone> milestonesOfOrganisation(UUID organisationId) {
    return database
        .sql(
            MILESTONES
                + """
                 where m.government_responsible_id = :who or m.civil_responsible_id = :who
                 order by m.planned_end_on, m.slug
                """)
        .with("who", organisationId)
        .list(Milestone.class);
  }

  /// Those that are about the territory, or for which a public body of it answers.
  List<Milestone> milestonesOfTerritory(UUID territoryId) {
    return database
        .sql(
            MILESTONES
                + """
                 where m.territory_id = :territoryId or (m.territory_id is null and
                   m.government_responsible_id in (select o.id from members.organisation o
                                                    where o.territory_id = :territoryId))
                 order by m.planned_end_on, m.slug
                """)
        .with("who", null)
        .with("territoryId", territoryId)
        .list(Milestone.class);
  }
}
