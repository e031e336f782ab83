package cabildo.app;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What waits for one person, asked of every capability. Reads only.
@Component
public class Desk {
  private static final Set<Role> CARRYING = Set.of(Role.OFFICER, Role.LIAISON, Role.CIVIL_SOCIETY);

  private final Database database;

  public Desk(Database database) {
    this.database = database;
  }

  /// An open milestone.
  ///
  /// @param lastReportedOn absent when nobody has reported
  public record Milestone(
      String slug,
      LocalText title,
      LocalText commitmentTitle,
      LocalDate plannedEndOn,
      @Nullable LocalDate lastReportedOn) {

    public boolean isLate(LocalDate today) {
      return today.isAfter(plannedEndOn);
    }
  }

  /// @param isPublished whether a version is out; a correction starts from it
  public record Report(String slug, LocalText title, Instant createdAt, boolean isPublished) {}

  /// A commitment on which the person may report and on which she has none yet.
  public record Assessable(String slug, LocalText title, LocalText planTitle) {}

  public List<Milestone> milestonesOf(Actor actor) {
    return database
        .sql(
            """
            select m.slug, m.title, c.title as commitment_title, m.planned_end_on,
                   (select max(p.reported_on) from commitments.progress p
                     where p.milestone_id = m.id) as last_reported_on
              from commitments.milestone m
              join commitments.line_of_action l on l.id = m.line_of_action_id
              join commitments.commitment c on c.id = l.commitment_id
             where not exists (select from commitments.closure x where x.milestone_id = m.id)
               and (m.government_responsible_id in (:scopes) or m.civil_responsible_id in (:scopes)
                 or m.territory_id in (:scopes) or c.id in (:scopes) or c.plan_id in (:scopes))
             order by m.planned_end_on, m.slug limit 50
            """)
        .with("scopes", scopes(actor, CARRYING))
        .list(Milestone.class);
  }

  public List<Report> reportsOf(Actor actor) {
    return database
        .sql(
            """
            select r.slug, c.title, r.created_at,
                   exists (select from reports.publication p where p.report_id = r.id)
                     as is_published
              from reports.evaluator e
              join reports.report r on r.id = e.report_id
              join commitments.commitment c on c.id = r.commitment_id
             where e.person_id = :id
             order by is_published, r.created_at desc
            """)
        .with("id", actor.id())
        .list(Report.class);
  }

  public List<Assessable> assessableBy(Actor actor) {
    return database
        .sql(
            """
            select c.slug, c.title, p.title as plan_title
              from commitments.commitment c join plans.plan p on p.id = c.plan_id
             where (c.id in (:scopes) or c.plan_id in (:scopes) or :everywhere)
               and not exists (
                 select from reports.report r join reports.evaluator e on e.report_id = r.id
                  where r.commitment_id = c.id and e.person_id = :id)
             order by p.starts_on desc, c.number limit 50
            """)
        .with("scopes", scopes(actor, Set.of(Role.EVALUATOR)))
        .with("everywhere", actor.holds(Role.EVALUATOR, List.of()))
        .with("id", actor.id())
        .list(Assessable.class);
  }

  /// A study that the person may run.
  ///
  /// @param phase the last that it entered; absent before the plan is registered
  public record RunStudy(String slug, LocalText title, @Nullable String phase) {}

  public List<RunStudy> studiesOf(Actor actor) {
    return database
        .sql(
            """
            select s.slug, s.title,
                   (select p.phase from studies.phase p where p.study_id = s.id
                     order by p.entered_at desc, p.phase desc limit 1) as phase
              from studies.study s
             where s.id in (:scopes) or s.territory_id in (:scopes)
                or s.organisation_id in (:scopes) or s.plan_id in (:scopes)
             order by s.id desc limit 20
            """)
        .with("scopes", scopes(actor, Set.of(Role.OFFICER)))
        .list(RunStudy.class);
  }

  public long waitingComments() {
    return database
        .sql(
            """
            select count(*) from comments.comment c
             where not exists (select from comments.moderation m where m.comment_id = c.id)
            """)
        .count();
  }

  public long people() {
    return database.sql("select count(*) from accounts.person where closed_at is null").count();
  }

  /// Never empty, because SQL knows no empty list: an id that nothing has stands for none.
  private static Collection<UUID> scopes(Actor actor, Set<Role> roles) {
    Set<UUID> scopes =
        actor.grants().stream()
            .filter(grant -> roles.contains(grant.role()))
            .map(Actor.Grant::scopeId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return scopes.isEmpty() ? List.of(new UUID(0, 0)) : scopes;
  }
}
