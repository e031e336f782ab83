package cabildo.reports;

import cabildo.db.Database;
import cabildo.kernel.Actor;
import cabildo.ledger.Ledger;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Every statement that reads or writes the answers of a draft, and the evidence beside them.
@Component
public class GivenAnswers {
  private final Database database;
  private final Ledger ledger;
  private final Clock clock;

  public GivenAnswers(Database database, Ledger ledger, Clock clock) {
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
  }

  public Map<String, GivenAnswer> of(UUID reportId) {
    return database
        .sql(
            """
            select question, value, version, answered_at, answered_by_name
              from reports.answer where report_id = :reportId
            """)
        .with("reportId", reportId)
        .list(GivenAnswer.class)
        .stream()
        .collect(Collectors.toMap(GivenAnswer::question, answer -> answer));
  }

  public AnswerSheet sheet(UUID reportId) {
    return new AnswerSheet(
        of(reportId).values().stream()
            .collect(Collectors.toMap(GivenAnswer::question, GivenAnswer::value)));
  }

  /// Saves one answer; an empty one is taken back.
  public void save(Actor actor, UUID reportId, String question, JsonNode value) {
    if (value.isNull()) {
      database
          .sql("delete from reports.answer where report_id = :reportId and question = :question")
          .with("reportId", reportId)
          .with("question", question)
          .change();
      return;
    }
    database
        .sql(
            """
            insert into reports.answer as a
              (report_id, question, value, version, answered_at, answered_by, answered_by_name)
            values (:reportId, :question, :value::jsonb, 1, :now, :by, :byName)
            on conflict (report_id, question) do update
              set value = excluded.value, version = a.version + 1,
                  answered_at = excluded.answered_at, answered_by = excluded.answered_by,
                  answered_by_name = excluded.answered_by_name
              where a.value <> excluded.value
            """)
        .with("reportId", reportId)
        .with("question", question)
        .with("value", value)
        .with("now", clock.instant())
        .with("by", actor.id())
        .with("byName", actor.name())
        .change();
  }

  /// One line for a section that was saved.
  public void recordSaving(Actor actor, UUID reportId, int section) {
    ledger.writePrivately(
        actor, "report.answers.saved", reportId, Map.of("section", String.valueOf(section)));
  }

  private record EvidenceRow(String question, UUID itemId) {}

  /// The evidence items beside each numbered question.
  public Map<String, Set<UUID>> evidence(UUID reportId) {
    Map<String, Set<UUID>> items = new LinkedHashMap<>();
    database
        .sql(
            """
            select question, item_id from reports.answer_evidence
             where report_id = :reportId order by question, item_id
            """)
        .with("reportId", reportId)
        .list(EvidenceRow.class)
        .forEach(row ->
            items.computeIfAbsent(row.question(), _ -> new LinkedHashSet<>()).add(row.itemId()));
    return items;
  }

  /// Lays exactly these items beside a question.
  public void layEvidence(UUID reportId, String question, Collection<UUID> items) {
    database
        .sql(
            """
            delete from reports.answer_evidence
             where report_id = :reportId and question = :question
            """)
        .with("reportId", reportId)
        .with("question", question)
        .change();
    for (UUID item : List.copyOf(new LinkedHashSet<>(items))) {
      database
          .sql(
              """
              insert into reports.answer_evidence (report_id, question, item_id)
              values (:reportId, :question, :item)
              """)
          .with("reportId", reportId)
          .with("question", question)
          .with("item", item)
          .change();
    }
  }
}
