package cabildo.reports;

import cabildo.commitments.Commitment;
import cabildo.commitments.CommitmentFacts;
import cabildo.commitments.Commitments;
import cabildo.commitments.MilestoneFacts;
import cabildo.db.Database;
import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gathers all that a report stands on: its form and answers, and the facts of its commitment.
@Component
public class ReadReport {
  private final Database database;
  private final Forms forms;
  private final GivenAnswers answers;
  private final Evaluators evaluators;
  private final Commitments commitments;
  private final Clock clock;

  public ReadReport(
      Database database,
      Forms forms,
      GivenAnswers answers,
      Evaluators evaluators,
      Commitments commitments,
      Clock clock) {
    this.database = database;
    this.forms = forms;
    this.answers = answers;
    this.evaluators = evaluators;
    this.commitments = commitments;
    this.clock = clock;
  }

  /// When a version is or was published: a moment, or for old filings only a year.
  public record Published(@Nullable Instant at, @Nullable Integer year) {
    public static final Published NOT_YET = new Published(null, null);
  }

  public ReportFacts facts(Report report, Published published) {
    LocalDate today = LocalDate.now(clock);
    LocalDate asOf =
        report.asOf(
            published.at() == null && published.year() != null
                ? LocalDate.of(published.year(), 12, 31)
                : today);
    CommitmentFacts facts = commitments.factsOf(report.commitmentId(), asOf);
    Map<String, Integer> counts = new HashMap<>();
    answers.evidence(report.id()).forEach((question, items) -> counts.put(question, items.size()));
    return new ReportFacts(
        report,
        forms.get(report.formId()),
        answers.sheet(report.id()),
        counts,
        evaluators.of(report.id()),
        promise(facts.commitment()),
        track(facts),
        measures(report.commitmentId(), asOf),
        terms(report.originalLanguage()),
        today,
        published.year(),
        published.at() == null ? null : published.at().atZone(clock.getZone()).toLocalDate());
  }

  record PlanRow(String slug, LocalText title, LocalDate startsOn, LocalDate endsOn) {}

  PlanRow plan(UUID planId) {
    return database
        .sql("select slug, title, starts_on, ends_on from plans.plan where id = :id")
        .with("id", planId)
        .get(PlanRow.class);
  }

  List<ReportBody.MemberRef> members(UUID planId) {
    return database
        .sql(
            """
            select t.slug, t.name from plans.member m
              join members.territory t on t.id = m.territory_id
             where m.plan_id = :planId order by t.code
            """)
        .with("planId", planId)
        .list(ReportBody.MemberRef.class);
  }

  private ReportFacts.Promise promise(Commitment commitment) {
    PlanRow plan = plan(commitment.planId());
    return new ReportFacts.Promise(
        commitment.title(),
        commitment.path(),
        commitment.ogpValues(),
        commitment.period(),
        plan.title(),
        "/plans/" + plan.slug(),
        new Period(plan.startsOn(), plan.endsOn()));
  }

  private record Note(
      UUID milestoneId, @Nullable LocalText territory, @Nullable LocalText difficulties) {}

  private TrackRecord track(CommitmentFacts facts) {
    Map<UUID, Note> notes =
        notes(facts.milestones().stream().map(MilestoneFacts::id).toList(), facts.asOf());
    List<TrackRecord.MilestoneFact> milestones = new ArrayList<>();
    for (MilestoneFacts milestone : facts.milestones()) {
      Note note = notes.getOrDefault(milestone.id(), new Note(milestone.id(), null, null));
      milestones.add(
          new TrackRecord.MilestoneFact(
              milestone.label(),
              milestone.title(),
              milestone.path(),
              milestone.timeliness().code(),
              milestone.plannedEndOn(),
              milestone.closedOn(),
              milestone.daysLate(),
              note.territory(),
              note.difficulties()));
    }
    return new TrackRecord(
        facts.asOf(),
        facts.rollUp().completion().code(),
        facts.rollUp().asPlanned().code(),
        facts.rollUp().milestoneCount(),
        facts.rollUp().doneCount(),
        facts.rollUp().cancelledCount(),
        facts.rollUp().reportingCount(),
        milestones);
  }

  /// For each milestone the municipality that it concerns and the last difficulties reported.
  private Map<UUID, Note> notes(List<UUID> milestoneIds, LocalDate asOf) {
    if (milestoneIds.isEmpty()) {
      return Map.of();
    }
    return database
        .sql(
            """
            select m.id as milestone_id, t.name as territory, p.difficulties
              from commitments.milestone m
              left join members.territory t
                on t.id = m.territory_id and t.level = 'municipality'
              left join lateral (
                select difficulties from commitments.progress
                 where milestone_id = m.id and difficulties is not null and reported_on <= :asOf
                 order by reported_on desc limit 1) p on true
             where m.id in (:ids)
            """)
        .with("ids", milestoneIds)
        .with("asOf", asOf)
        .list(Note.class)
        .stream()
        .collect(Collectors.toMap(Note::milestoneId, note -> note));
  }

  private List<ReportFacts.Measure> measures(UUID commitmentId, LocalDate asOf) {
    return database
        .sql(
            """
            select name, baseline, case when latest_on <= :asOf then latest end as latest,
                   case when latest_on <= :asOf then latest_on end as latest_on, target
              from commitments.indicator where commitment_id = :id order by number
            """)
        .with("id", commitmentId)
        .with("asOf", asOf)
        .list(ReportFacts.Measure.class);
  }

  private List<String> terms(String language) {
    return database
        .sql(
            """
            select term ->> :language from glossary.term
             where term ->> :language like '% % %' order by 1
            """)
        .with("language", language)
        .list(String.class);
  }

  /// The evidence items beside the answers, by question.
  Map<String, List<ReportBody.EvidenceRef>> evidence(UUID reportId) {
    Map<String, Set<UUID>> laid = answers.evidence(reportId);
    Map<String, List<ReportBody.EvidenceRef>> byQuestion = new HashMap<>();
    laid.forEach((question, ids) ->
        byQuestion.put(
            question,
            database
                .sql(
                    """
                    select id::text as id, title, proves, kind, sha256, url
                      from evidence.item where id in (:ids) order by received_at, id
                    """)
                .with("ids", ids)
                .list(ReportBody.EvidenceRef.class)));
    return byQuestion;
  }
}
