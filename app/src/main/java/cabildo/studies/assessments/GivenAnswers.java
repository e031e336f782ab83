package cabildo.studies.assessments;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes answers. None is changed: each saving adds versions.
@Component
public class GivenAnswers {
  private static final String COLUMNS =
      """
      id, coding_id, path, value, state, reason, retry_on, link, evidence_id, place, norm, comment,
      answered_at, answered_by_name from studies.assessment_answer
      """;

  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  GivenAnswers(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  /// One writer at a time for each assessment, until the transaction ends.
  void lock(Assessment assessment) {
    database
        .sql("select id from studies.assessment where id = :id for update")
        .with("id", assessment.id())
        .get(UUID.class);
  }

  /// What one side says now, by path; what was taken back is there without value.
  ///
  /// @param codingId absent = the institution
  public Map<String, GivenAnswer> of(UUID assessmentId, @Nullable UUID codingId) {
    return byPath(
        database
            .sql(
                "select distinct on (path) "
                    + COLUMNS
                    + """
                     where assessment_id = :id and coding_id is not distinct from :codingId
                     order by path, id desc
                    """)
            .with("id", assessmentId)
            .with("codingId", codingId)
            .list(GivenAnswer.class));
  }

  /// What a coder said by itself, before it saw anything of the others.
  Map<String, GivenAnswer> blind(Coding coding) {
    return byPath(
        database
            .sql(
                "select distinct on (path) "
                    + COLUMNS
                    + """
                     where coding_id = :codingId and answered_at <= :until
                     order by path, id desc
                    """)
            .with("codingId", coding.id())
            .with("until", coding.finishedAt())
            .list(GivenAnswer.class));
  }

  /// One version of an answer; nothing for what was never saved under that number.
  ///
  /// @param seen its number as a page sent it
  Said version(UUID assessmentId, String path, String seen) {
    return seen.matches("[0-9]{1,18}")
        ? database
            .sql("select " + COLUMNS + "where assessment_id = :id and path = :path and id = :seen")
            .with("id", assessmentId)
            .with("path", path)
            .with("seen", Long.parseLong(seen))
            .find(GivenAnswer.class)
            .map(GivenAnswer::said)
            .orElse(Said.NOTHING)
        : Said.NOTHING;
  }

  /// Every version of the institution's answers, the oldest first.
  List<GivenAnswer> history(UUID assessmentId) {
    return database
        .sql(
            "select "
                + COLUMNS
                + "where assessment_id = :id and coding_id is null order by path, id")
        .with("id", assessmentId)
        .list(GivenAnswer.class);
  }

  /// Who contributed to the institution's answers, in the order in which they began.
  List<String> contributors(UUID assessmentId) {
    return database
        .sql(
            """
            select answered_by_name from studies.assessment_answer
             where assessment_id = :id and coding_id is null
             group by answered_by, answered_by_name order by min(id)
            """)
        .with("id", assessmentId)
        .list(String.class);
  }

  void save(
      Actor actor, Assessment assessment, @Nullable UUID codingId, Map<String, Said> changes) {
    changes.forEach((path, said) -> add(actor, assessment, codingId, path, said));
    ledger.writePrivately(
        actor,
        codingId == null ? "study.assessment.answered" : "study.assessment.coded",
        assessment.id(),
        Map.of("items", changes.size()));
  }

  private void add(
      Actor actor, Assessment assessment, @Nullable UUID codingId, String path, Said said) {
    database
        .sql(
            """
            insert into studies.assessment_answer (assessment_id, coding_id, path, value, state,
              reason, retry_on, link, evidence_id, place, norm, comment, answered_at, answered_by,
              answered_by_name)
            values (:id, :codingId, :path, :value, :state, :reason, :retryOn, :link, :evidenceId,
              :place, :norm, :comment, :now, :by, :name)
            """)
        .with("id", assessment.id())
        .with("codingId", codingId)
        .with("path", path)
        .with("value", said.value())
        .with("state", said.state())
        .with("reason", said.reason())
        .with("retryOn", said.retryOn())
        .with("link", said.link())
        .with("evidenceId", said.evidenceId())
        .with("place", said.place())
        .with("norm", said.norm())
        .with("comment", said.comment())
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("name", actor.name())
        .change();
  }

  private static Map<String, GivenAnswer> byPath(List<GivenAnswer> answers) {
    Map<String, GivenAnswer> byPath = new LinkedHashMap<>();
    answers.forEach(answer -> byPath.put(answer.path(), answer));
    return byPath;
  }
}
