package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.studies.Component;
import cabildo.studies.Components;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// Turns submissions into sheets and tallies, each exactly once.
///
/// A submission carries the number of its transaction. All whose transaction is older than every
/// one that still runs are complete, so a fold takes those from where the last one ended up to
/// there; the row of `studies.folding` is its place and its lock, on however many nodes.
@org.springframework.stereotype.Component
public class FoldSubmissions {
  private static final int BATCH = 2000;

  private final Database database;
  private final TransactionOperations transactions;
  private final Components components;
  private final Codings codings;
  private final Tallies tallies;
  private final Oddities oddities;
  private final Arrivals arrivals;

  public FoldSubmissions(
      Database database,
      TransactionOperations transactions,
      Components components,
      Codings codings,
      Tallies tallies,
      Oddities oddities,
      Arrivals arrivals) {
    this.database = database;
    this.transactions = transactions;
    this.components = components;
    this.codings = codings;
    this.tallies = tallies;
    this.oddities = oddities;
    this.arrivals = arrivals;
  }

  /// Folds everything that is complete, component by component, in transactions of its own.
  ///
  /// @return how many submissions were folded
  public int foldAll() {
    int folded = 0;
    for (UUID componentId : waiting()) {
      int batch;
      do {
        Integer done = transactions.execute(_ -> fold(componentId));
        batch = done == null ? 0 : done;
        folded += batch;
      } while (batch > 0);
    }
    return folded;
  }

  private List<UUID> waiting() {
    return database
        .sql(
            """
            select c.id from studies.component c
             where exists (
               select from studies.submission s
                where s.component_id = c.id
                  and s.tx >= coalesce(
                    (select f.folded_to from studies.folding f where f.component_id = c.id),
                    '0'::xid8)
                  and s.tx < pg_snapshot_xmin(pg_current_snapshot()))
            """)
        .list(UUID.class);
  }

  private record Bounds(String start, String stop) {}

  /// A submission that is to be folded.
  ///
  /// @param code of a volunteer's municipality
  /// @param isOut whether it was replaced or rejected meanwhile
  private record Row(
      long id,
      String stream,
      @Nullable Integer unit,
      @Nullable String code,
      JsonNode answers,
      @Nullable Long replacesId,
      boolean isOut) {}

  private int fold(UUID componentId) {
    Optional<Bounds> bounds = bounds(componentId);
    if (bounds.isEmpty()) {
      return 0;
    }
    List<Row> rows = rows(componentId, bounds.get());
    Component component = components.get(componentId);
    SheetCoding coding = codings.of(component);
    tallies.takeOut(
        componentId,
        rows.stream().flatMap(row -> Optional.ofNullable(row.replacesId()).stream()).toList());
    List<Tallies.Sheet> sheets = new ArrayList<>();
    rows.stream().filter(row -> !row.isOut()).forEach(row -> sheets.add(sheet(row, coding)));
    tallies.putIn(componentId, sheets);
    oddities.look(componentId, coding, sheets);
    arrivals.count(componentId, bounds.get().start(), bounds.get().stop());
    database
        .sql("update studies.folding set folded_to = :stop::xid8 where component_id = :id")
        .with("stop", bounds.get().stop())
        .with("id", componentId)
        .changeOne();
    return rows.size();
  }

  /// From where to where this fold goes; empty when another node is at it, or nothing is complete.
  /// What one transaction brought is folded as a whole, however much it is.
  private Optional<Bounds> bounds(UUID componentId) {
    database
        .sql(
            """
            insert into studies.folding (component_id, folded_to) values (:id, '0'::xid8)
            on conflict do nothing
            """)
        .with("id", componentId)
        .change();
    return database
        .sql(
            """
            with place as (
              select folded_to from studies.folding where component_id = :id
                 for update skip locked),
            complete as (
              select s.tx from studies.submission s, place
               where s.component_id = :id and s.tx >= place.folded_to
                 and s.tx < pg_snapshot_xmin(pg_current_snapshot())
               order by s.tx limit :batch)
            select place.folded_to::text as start,
                   ((select max(tx) from complete)::text::bigint + 1)::text as stop
              from place where exists (select from complete)
            """)
        .with("id", componentId)
        .with("batch", BATCH)
        .find(Bounds.class);
  }

  private List<Row> rows(UUID componentId, Bounds bounds) {
    return database
        .sql(
            """
            select s.id, s.stream, s.unit, t.code, s.answers, s.replaces_id,
                   exists (select from studies.submission n where n.replaces_id = s.id)
                   or coalesce((select r.state = 'rejected' from studies.review r
                                 where r.submission_id = s.id
                                 order by r.reviewed_at desc, r.id desc limit 1), false) as is_out
              from studies.submission s
              left join members.territory t on t.id = s.territory_id
             where s.component_id = :id and s.tx >= :start::xid8 and s.tx < :stop::xid8
             order by s.id
            """)
        .with("id", componentId)
        .with("start", bounds.start())
        .with("stop", bounds.stop())
        .list(Row.class);
  }

  private static Tallies.Sheet sheet(Row row, SheetCoding coding) {
    Map<String, String> answers = new LinkedHashMap<>();
    row.answers()
        .properties()
        .forEach(entry -> answers.put(entry.getKey(), entry.getValue().asString("")));
    return new Tallies.Sheet(
        row.id(),
        row.stream(),
        unit(row.unit(), row.code()),
        coding.cell(answers),
        HexFormat.of().formatHex(coding.encode(answers)),
        Oddities.likeness(coding, answers));
  }

  static int unit(@Nullable Integer unit, @Nullable String code) {
    if (unit != null) {
      return unit;
    }
    return code != null && code.matches("[0-9]{1,9}") ? Integer.parseInt(code) : 0;
  }

  /// Puts a submission in again, or takes it out, when a reviewer changed whether it counts; one
  /// that is not folded yet is left to its fold. To be called in the transaction of the review.
  void refold(Submission submission) {
    boolean isFolded =
        database
            .sql(
                """
                select exists (
                  select from studies.folding f join studies.submission s
                    on s.component_id = f.component_id
                   where s.id = :id and s.tx < f.folded_to)
                  from studies.folding where component_id = :componentId for update
                """)
            .with("id", submission.id())
            .with("componentId", submission.componentId())
            .isTrue();
    if (!isFolded) {
      return;
    }
    tallies.takeOut(submission.componentId(), List.of(submission.id()));
    if (submission.counts()) {
      SheetCoding coding = codings.of(components.get(submission.componentId()));
      tallies.putIn(submission.componentId(), List.of(sheet(row(submission.id()), coding)));
    }
  }

  private Row row(long id) {
    return database
        .sql(
            """
            select s.id, s.stream, s.unit, t.code, s.answers, s.replaces_id, false as is_out
              from studies.submission s
              left join members.territory t on t.id = s.territory_id
             where s.id = :id
            """)
        .with("id", id)
        .get(Row.class);
  }
}
