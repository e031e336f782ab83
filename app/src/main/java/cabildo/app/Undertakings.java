package cabildo.app;

import cabildo.commitments.LineOfAction;
import cabildo.commitments.LinesOfAction;
import cabildo.commitments.MilestoneFacts;
import cabildo.commitments.Milestones;
import cabildo.commitments.RollUp;
import cabildo.db.Database;
import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Commitments and milestones by those who carry them, each with what is computed of it today.
/// Reads only.
@Component
public class Undertakings {
  private static final String PROMISES =
      """
      select c.id, c.slug, c.code, c.title, c.starts_on, c.ends_on, c.invented,
             p.id as plan_id, p.slug as plan_slug, p.title as plan_title,
             lead.slug as lead_slug, lead.name as lead_name, lead.acronym as lead_acronym
        from commitments.commitment c
        join plans.plan p on p.id = c.plan_id
        left join lateral (
          select o.slug, o.name, o.acronym
            from commitments.responsible r join members.organisation o on o.id = r.organisation_id
           where r.commitment_id = c.id and r.part = 'lead'
           order by o.slug limit 1) lead on true
      """;
  private static final String STEPS =
      """
      select m.id, m.invented, c.id as commitment_id, c.slug as commitment_slug,
             c.title as commitment_title, m.civil_responsible_id
        from commitments.milestone m
        join commitments.line_of_action l on l.id = m.line_of_action_id
        join commitments.commitment c on c.id = l.commitment_id
      """;

  private final Database database;
  private final LinesOfAction lines;
  private final Milestones milestones;
  private final Clock clock;

  public Undertakings(Database database, LinesOfAction lines, Milestones milestones, Clock clock) {
    this.database = database;
    this.lines = lines;
    this.milestones = milestones;
    this.clock = clock;
  }

  /// A commitment, the plan that holds it, and the first of those that lead it.
  public record Promise(
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
      @Nullable String leadAcronym) {

    public Period period() {
      return new Period(startsOn, endsOn);
    }
  }

  /// @param lines how many lines of action it has
  public record Commitment(Promise promise, int lines, RollUp rollUp) {}

  /// A milestone and the commitment that it is part of.
  public record Step(
      UUID id,
      boolean invented,
      UUID commitmentId,
      String commitmentSlug,
      LocalText commitmentTitle,
      @Nullable UUID civilResponsibleId) {}

  public record Milestone(Step step, MilestoneFacts facts) {}

  /// @param commitments at least one
  public record PlanCount(UUID planId, long commitments) {}

  public List<PlanCount> perPlan() {
    return database
        .sql("select plan_id, count(*) as commitments from commitments.commitment group by plan_id")
        .list(PlanCount.class);
  }

  public List<Commitment> ofPlan(UUID planId) {
    return withFacts(promises("where c.plan_id = :id order by c.number", planId));
  }

  /// Those that an organisation leads or supports.
  public List<Commitment> ofOrganisation(UUID organisationId) {
    return withFacts(
        promises(
            """
            where c.id in (select r.commitment_id from commitments.responsible r
                            where r.organisation_id = :id)
            order by c.starts_on desc, p.slug, c.number
            """,
            organisationId));
  }

  /// Those that a public body of the territory leads or supports.
  public List<Commitment> ofTerritory(UUID territoryId) {
    return withFacts(
        promises(
            """
            where c.id in (select r.commitment_id from commitments.responsible r
                             join members.organisation o on o.id = r.organisation_id
                            where o.territory_id = :id
                              and o.kind in ('government', 'municipality', 'guarantor'))
            order by c.starts_on desc, p.slug, c.number
            """,
            territoryId));
  }

  /// Those for which an organisation answers, for the government or for civil society.
  public List<Milestone> milestonesOfOrganisation(UUID organisationId) {
    return withToday(
        steps(
            """
            where :id in (m.government_responsible_id, m.civil_responsible_id)
            order by m.planned_end_on, m.slug
            """,
            organisationId));
  }

  /// Those that are about the territory, or about none and answered for by a public body of it.
  public List<Milestone> milestonesOfTerritory(UUID territoryId) {
    return withToday(
        steps(
            """
            where m.territory_id = :id or (m.territory_id is null and
              m.government_responsible_id in (select o.id from members.organisation o
                                               where o.territory_id = :id))
            order by m.planned_end_on, m.slug
            """,
            territoryId));
  }

  private List<Promise> promises(String where, UUID id) {
    return database.sql(PROMISES + where).with("id", id).list(Promise.class);
  }

  private List<Step> steps(String where, UUID id) {
    return database.sql(STEPS + where).with("id", id).list(Step.class);
  }

  private List<Commitment> withFacts(List<Promise> promises) {
    if (promises.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = promises.stream().map(Promise::id).toList();
    Map<UUID, List<LineOfAction>> linesOf =
        lines.ofCommitments(ids).stream()
            .collect(Collectors.groupingBy(LineOfAction::commitmentId));
    Map<UUID, List<MilestoneFacts>> factsOf =
        facts(ids).stream().collect(Collectors.groupingBy(MilestoneFacts::lineOfActionId));
    return promises.stream()
        .map(promise -> {
          List<LineOfAction> own = linesOf.getOrDefault(promise.id(), List.of());
          List<MilestoneFacts> parts =
              own.stream()
                  .flatMap(line -> factsOf.getOrDefault(line.id(), List.of()).stream())
                  .toList();
          return new Commitment(promise, own.size(), RollUp.of(parts, Set.of()));
        })
        .toList();
  }

  private List<Milestone> withToday(List<Step> steps) {
    if (steps.isEmpty()) {
      return List.of();
    }
    Set<UUID> commitments = steps.stream().map(Step::commitmentId).collect(Collectors.toSet());
    Map<UUID, MilestoneFacts> byId =
        facts(commitments).stream()
            .collect(Collectors.toMap(MilestoneFacts::id, Function.identity()));
    return steps.stream()
        .map(step -> new Milestone(step, Objects.requireNonNull(byId.get(step.id()))))
        .toList();
  }

  private List<MilestoneFacts> facts(Collection<UUID> commitmentIds) {
    return milestones.factsOfCommitments(commitmentIds, LocalDate.now(clock));
  }
}
