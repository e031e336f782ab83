package cabildo.commitments;

import cabildo.db.Database;
import cabildo.kernel.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes commitments, and the one that gathers their facts.
@Component
public class Commitments {
  private static final String COLUMNS =
      """
      select c.id, c.plan_id, c.code, c.number, c.slug, c.title, c.action, c.problem, c.status_quo,
             c.objective, c.kind, c.starts_on, c.ends_on, c.ogp_values, c.invented, c.version
        from commitments.commitment c
      """;

  private final Database database;
  private final LinesOfAction lines;
  private final Milestones milestones;
  private final Clock clock;

  public Commitments(Database database, LinesOfAction lines, Milestones milestones, Clock clock) {
    this.database = database;
    this.lines = lines;
    this.milestones = milestones;
    this.clock = clock;
  }

  public Commitment get(UUID id) {
    return database.sql(COLUMNS + "where c.id = :id").with("id", id).get(Commitment.class);
  }

  public Commitment get(String slug) {
    return find(slug).orElseThrow(Problem::notFound);
  }

  public Optional<Commitment> find(String slug) {
    return database.sql(COLUMNS + "where c.slug = :slug").with("slug", slug).find(Commitment.class);
  }

  /// By OGP's identifier, in any case.
  public Optional<Commitment> findByCode(String code) {
    return database
        .sql(COLUMNS + "where upper(c.code) = upper(:code)")
        .with("code", code)
        .find(Commitment.class);
  }

  public List<Commitment> ofPlan(UUID planId) {
    return database
        .sql(COLUMNS + "where c.plan_id = :planId order by c.number")
        .with("planId", planId)
        .list(Commitment.class);
  }

  /// Newest plan first, then in the order of the plan.
  public List<Commitment> all() {
    return database
        .sql(
            COLUMNS
                + """
                join plans.plan p on p.id = c.plan_id
                order by p.starts_on desc, p.slug, c.number
                """)
        .list(Commitment.class);
  }

  public CommitmentFacts factsOf(UUID commitmentId, LocalDate asOf) {
    return factsOf(get(commitmentId), asOf);
  }

  /// As of today, in the institution's time zone.
  public CommitmentFacts factsOf(Commitment commitment) {
    return factsOf(commitment, LocalDate.now(clock));
  }

  public CommitmentFacts factsOf(Commitment commitment, LocalDate asOf) {
    return factsOf(List.of(commitment), asOf).getFirst();
  }

  /// The facts of several commitments with as few statements as those of one.
  public List<CommitmentFacts> factsOf(List<Commitment> commitments, LocalDate asOf) {
    List<UUID> ids = commitments.stream().map(Commitment::id).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<LineOfAction>> linesOf =
        lines.ofCommitments(ids).stream()
            .collect(Collectors.groupingBy(LineOfAction::commitmentId));
    Map<UUID, List<MilestoneFacts>> milestonesOf =
        milestones.factsOfCommitments(ids, asOf).stream()
            .collect(Collectors.groupingBy(MilestoneFacts::lineOfActionId));
    Map<UUID, Set<UUID>> evidenceOf = evidenceOf(ids, asOf);
    return commitments.stream()
        .map(commitment -> {
          List<LineFacts> found =
              linesOf.getOrDefault(commitment.id(), List.of()).stream()
                  .map(line ->
                      LineFacts.of(
                          line,
                          milestonesOf.getOrDefault(line.id(), List.of()),
                          evidenceOf.getOrDefault(line.id(), Set.of())))
                  .toList();
          return CommitmentFacts.of(
              commitment, found, evidenceOf.getOrDefault(commitment.id(), Set.of()), asOf);
        })
        .toList();
  }

  /// Those who lead first.
  public List<Responsible> responsibleFor(UUID commitmentId) {
    return database
        .sql(
            """
            select r.organisation_id, o.slug, o.name, o.acronym, r.part
              from commitments.responsible r
              join members.organisation o on o.id = r.organisation_id
             where r.commitment_id = :id
             order by r.part, o.slug
            """)
        .with("id", commitmentId)
        .list(Responsible.class);
  }

  public List<Indicator> indicatorsOf(UUID commitmentId) {
    return database
        .sql(
            """
            select id, number, name, unit, baseline, baseline_on, no_baseline_reason, target, latest,
                   latest_on, source, invented
              from commitments.indicator
             where commitment_id = :id order by number
            """)
        .with("id", commitmentId)
        .list(Indicator.class);
  }

  /// The wider ones first.
  public List<Alignment> alignmentsOf(UUID commitmentId) {
    return database
        .sql(
            """
            select o.id as other_id, o.slug, o.title, p.title as plan_title, a.kind,
                   a.commitment_id = :id as is_wider,
                   exists(select from commitments.milestone m
                            join commitments.line_of_action l on l.id = m.line_of_action_id
                           where l.commitment_id = o.id
                             and (exists(select from commitments.progress r
                                          where r.milestone_id = m.id)
                               or exists(select from commitments.closure c
                                          where c.milestone_id = m.id))) as is_reporting
              from commitments.alignment a
              join commitments.commitment o
                on o.id = case when a.commitment_id = :id then a.wider_id else a.commitment_id end
              join plans.plan p on p.id = o.plan_id
             where :id in (a.commitment_id, a.wider_id)
             order by is_wider desc, p.starts_on, o.slug, a.kind
            """)
        .with("id", commitmentId)
        .list(Alignment.class);
  }

  private record OwnEvidence(UUID subjectId, UUID itemId) {}

  /// Items attached to the commitments themselves and to their lines.
  private Map<UUID, Set<UUID>> evidenceOf(List<UUID> commitmentIds, LocalDate asOf) {
    return database
        .sql(
            """
            select a.subject_id, a.item_id
              from evidence.attachment a
             where a.attached_at < :end
               and (a.subject_id in (:ids)
                 or a.subject_id in (select id from commitments.line_of_action
                                      where commitment_id in (:ids)))
               and not exists (select from evidence.withdrawal w
                                where w.item_id = a.item_id and w.withdrawn_at < :end)
            """)
        .with("ids", commitmentIds)
        .with("end", asOf.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
        .list(OwnEvidence.class)
        .stream()
        .collect(
            Collectors.groupingBy(
                OwnEvidence::subjectId,
                Collectors.mapping(OwnEvidence::itemId, Collectors.toCollection(HashSet::new))));
  }
}
