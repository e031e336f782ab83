package cabildo.plans;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes plans, their members, aliases and roles.
@Component
public class Plans {
  private static final String COLUMNS =
      """
      select p.id, p.slug, p.title, p.description, p.starts_on, p.ends_on, p.submitted_on, p.state,
             p.parent_id, p.invented, p.version
        from plans.plan p
      """;
  private static final String MEMBERS =
      """
      select m.plan_id, t.id, t.level, t.slug, t.name
        from plans.member m join members.territory t on t.id = m.territory_id
      """;
  private static final String BY_LEVEL =
      " order by array_position(array['country', 'state', 'municipality'], t.level), t.code";
  private static final String PARTICIPATIONS =
      """
      select r.plan_id, p.slug as plan_slug, p.title as plan_title, r.organisation_id,
             o.slug as organisation_slug, o.name as organisation_name, o.acronym,
             o.valid_to as ended_on, r.role, r.since, r.until
        from plans.role r
        join plans.plan p on p.id = r.plan_id
        join members.organisation o on o.id = r.organisation_id
      """;

  private final Database database;
  private final Subjects subjects;
  private final Ledger ledger;

  public Plans(Database database, Subjects subjects, Ledger ledger) {
    this.database = database;
    this.subjects = subjects;
    this.ledger = ledger;
  }

  public Plan get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Plan get(UUID id) {
    return database.sql(COLUMNS + "where p.id = :id").with("id", id).get(Plan.class);
  }

  public Optional<Plan> find(String slug) {
    return database.sql(COLUMNS + "where p.slug = :slug").with("slug", slug).find(Plan.class);
  }

  /// The plan that is also known under this name or number, in capitals or not.
  public Optional<Plan> findByAlias(String alias) {
    return database
        .sql(
            COLUMNS
                + """
                 where p.id in (select a.plan_id from plans.alias a
                                 where lower(a.alias) = lower(:alias))
                 order by p.starts_on limit 1
                """)
        .with("alias", alias)
        .find(Plan.class);
  }

  /// The latest first.
  public List<Plan> all() {
    return database.sql(COLUMNS + "order by p.starts_on desc, p.slug").list(Plan.class);
  }

  /// The plans in which a territory takes part, the latest first.
  public List<Plan> ofTerritory(UUID territoryId) {
    return database
        .sql(
            COLUMNS
                + """
                 join plans.member m on m.plan_id = p.id where m.territory_id = :territoryId
                 order by p.starts_on desc, p.slug
                """)
        .with("territoryId", territoryId)
        .list(Plan.class);
  }

  /// The plans that take part in this one.
  public List<Plan> narrower(UUID id) {
    return database
        .sql(COLUMNS + "where p.parent_id = :id order by p.starts_on, p.slug")
        .with("id", id)
        .list(Plan.class);
  }

  /// The widest territory first.
  public List<PlanMember> members(UUID planId) {
    return database
        .sql(MEMBERS + "where m.plan_id = :planId" + BY_LEVEL)
        .with("planId", planId)
        .list(PlanMember.class);
  }

  /// The members of every plan, the widest first.
  public List<PlanMember> members() {
    return database.sql(MEMBERS + BY_LEVEL).list(PlanMember.class);
  }

  public List<String> aliases(UUID planId) {
    return database
        .sql("select alias from plans.alias where plan_id = :planId order by alias")
        .with("planId", planId)
        .list(String.class);
  }

  /// Who does what in a plan, in the order of the roles.
  public List<Participation> participations(UUID planId) {
    return database
        .sql(
            PARTICIPATIONS
                + """
                 where r.plan_id = :planId
                 order by array_position(array['convener', 'implementing_agency', 'guarantor',
                   'monitoring_body', 'facilitator', 'forum', 'civil_society', 'academia'], r.role),
                   o.slug
                """)
        .with("planId", planId)
        .list(Participation.class);
  }

  public List<Participation> ofOrganisation(UUID organisationId) {
    return database
        .sql(
            PARTICIPATIONS
                + " where r.organisation_id = :organisationId order by p.starts_on desc, r.role")
        .with("organisationId", organisationId)
        .list(Participation.class);
  }

  /// A new plan of at least one territory. It stands under the first of them, so what changes in
  /// the plan makes old what is shown of that territory.
  public void add(Actor actor, Plan plan, List<UUID> territoryIds) {
    if (territoryIds.isEmpty()) {
      throw Problem.invalid("plans.memberNeeded");
    }
    subjects.register(
        new Subject(plan.id(), "plan", territoryIds.getFirst(), plan.path(), plan.title()));
    database
        .sql(
            """
            insert into plans.plan
              (id, slug, title, description, starts_on, ends_on, submitted_on, state, parent_id,
               invented)
            values (:id, :slug, :title::jsonb, :description::jsonb, :startsOn, :endsOn,
               :submittedOn, :state, :parentId, :invented)
            """)
        .with("id", plan.id())
        .with("slug", plan.slug())
        .with("title", plan.title())
        .with("description", plan.description())
        .with("startsOn", plan.startsOn())
        .with("endsOn", plan.endsOn())
        .with("submittedOn", plan.submittedOn())
        .with("state", plan.state())
        .with("parentId", plan.parentId())
        .with("invented", plan.invented())
        .change();
    territoryIds.forEach(territoryId -> join(plan.id(), territoryId));
    ledger.write(actor, "plan.added", plan.id(), Map.of("state", plan.state().code()));
    territoryIds.stream()
        .skip(1)
        .forEach(territoryId ->
            ledger.write(actor, "plan.member.joined", territoryId, Map.of("plan", plan.slug())));
    if (plan.parentId() != null) {
      ledger.write(actor, "plan.narrower.added", plan.parentId(), Map.of("plan", plan.slug()));
    }
  }

  private void join(UUID planId, UUID territoryId) {
    database
        .sql("insert into plans.member (plan_id, territory_id) values (:planId, :territoryId)")
        .with("planId", planId)
        .with("territoryId", territoryId)
        .change();
  }

  /// Another name or number of the same plan; its address leads to the plan from now on.
  public void addAlias(Actor actor, UUID planId, String alias) {
    database
        .sql("insert into plans.alias (alias, plan_id) values (:alias, :planId)")
        .with("alias", alias)
        .with("planId", planId)
        .change();
    ledger.write(actor, "plan.alias.added", planId, Map.of("alias", alias));
  }

  public void addRole(
      Actor actor,
      UUID planId,
      UUID organisationId,
      PlanRole role,
      @Nullable LocalDate since,
      @Nullable LocalDate until) {
    database
        .sql(
            """
            insert into plans.role (id, plan_id, organisation_id, role, since, until)
            values (:id, :planId, :organisationId, :role, :since, :until)
            """)
        .with("id", Ids.next())
        .with("planId", planId)
        .with("organisationId", organisationId)
        .with("role", role)
        .with("since", since)
        .with("until", until)
        .change();
    ledger.write(
        actor,
        "plan.role.given",
        planId,
        Map.of("organisation", organisationId.toString(), "role", role.code()));
    ledger.write(
        actor, "organisation.role.given", organisationId, Map.of("plan", planId.toString()));
  }
}
