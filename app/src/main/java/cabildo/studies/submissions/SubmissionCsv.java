package cabildo.studies.submissions;

import cabildo.db.Database;
import cabildo.studies.Component;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// All submissions that stand, the newest first, as a table in the shape of ODK Central's; written
/// row by row as the database gives them. What an edit replaced is not there, `Edits` counts it.
///
/// Source of the shape: <https://docs.getodk.org/central-submissions/>; our own columns come last.
@org.springframework.stereotype.Component
class SubmissionCsv {
  private static final List<String> BEFORE = List.of("SubmissionDate", "start", "end");
  private static final List<String> AFTER =
      List.of(
          "meta-instanceID",
          "KEY",
          "SubmitterID",
          "SubmitterName",
          "AttachmentsPresent",
          "AttachmentsExpected",
          "Status",
          "ReviewState",
          "DeviceID",
          "Edits",
          "FormVersion",
          "Stream",
          "Mode",
          "Unit",
          "Territory",
          "Flags");

  private final Database database;
  private final TransactionTemplate reading;

  SubmissionCsv(Database database, PlatformTransactionManager transactions) {
    this.database = database;
    this.reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /// @param key of the first one in a row of edits
  /// @param present files, `expected` of which an answer names; `missing` are named in vain
  private record Row(
      Instant receivedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      String instanceId,
      @Nullable String key,
      @Nullable Integer edits,
      @Nullable String collector,
      @Nullable String device,
      long present,
      long expected,
      long missing,
      @Nullable String review,
      String stream,
      String mode,
      @Nullable Integer unit,
      @Nullable String territory,
      @Nullable String flags,
      JsonNode answers) {}

  /// Leaves the stream open.
  void write(Component component, int version, CsvShape shape, OutputStream out)
      throws IOException {
    var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    try {
      CsvWriter csv =
          CsvWriter.builder().bufferSize(64 * 1024).lineDelimiter(LineDelimiter.LF).build(writer);
      csv.writeRecord(header(shape));
      reading.executeWithoutResult(
          _ -> rows(component).each(Row.class, row -> write(csv, row, version, shape)));
      csv.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause(); // who downloads has gone
    }
    writer.flush();
  }

  private Database.Statement rows(Component component) {
    return database
        .sql(
            """
            select coalesce(e.received_at, s.received_at) as received_at, s.started_at,
                   s.finished_at, s.instance_id, e.instance_id as key, e.edits, s.collector,
                   s.device, s.stream, s.mode, s.unit, t.code as territory, s.answers,
                   (select count(*) from studies.attachment a where a.submission_id = s.id)
                     as present,
                   (select count(*) from studies.attachment a
                     where a.submission_id = s.id and a.expected) as expected,
                   (select count(*) from studies.flag f
                     where f.submission_id = s.id and f.kind = 'missing_file') as missing,
                   (select string_agg(distinct f.kind, ' ' order by f.kind) from studies.flag f
                     where f.submission_id = s.id) as flags,
                   (select r.state from studies.review r where r.submission_id = s.id
                     order by r.reviewed_at desc, r.id desc limit 1) as review
              from studies.submission s
              left join members.territory t on t.id = s.territory_id
              left join lateral (
                with recursive old as (
                  select o.instance_id, o.received_at, o.replaces_id, 1 as edits
                    from studies.submission o where o.id = s.replaces_id
                  union all
                  select o.instance_id, o.received_at, o.replaces_id, old.edits + 1
                    from old join studies.submission o on o.id = old.replaces_id)
                select * from old order by edits desc limit 1) e on s.replaces_id is not null
             where s.component_id = :componentId
               and not exists (select from studies.submission n where n.replaces_id = s.id)
             order by s.id desc
            """)
        .with("componentId", component.id());
  }

  private static List<String> header(CsvShape shape) {
    List<String> header = new ArrayList<>();
    boolean isOfGroup = !shape.group().isEmpty();
    if (!isOfGroup) {
      header.addAll(BEFORE);
    }
    shape.columns().forEach(column -> header.add(column.name()));
    header.addAll(isOfGroup ? List.of("PARENT_KEY", "KEY") : AFTER);
    return header;
  }

  private static void write(CsvWriter csv, Row row, int version, CsvShape shape) {
    Map<String, String> answers = new LinkedHashMap<>();
    row.answers()
        .properties()
        .forEach(entry -> answers.put(entry.getKey(), entry.getValue().asString("")));
    if (shape.group().isEmpty()) {
      List<String> cells = new ArrayList<>();
      cells.add(row.receivedAt().toString());
      cells.add(text(row.startedAt()));
      cells.add(text(row.finishedAt()));
      shape.cells(answers, "", (value, isWords) -> cells.add(isWords ? harmless(value) : value));
      after(cells, row, version);
      csv.writeRecord(cells);
    } else {
      turns(csv, row, shape, answers);
    }
  }

  private static void turns(CsvWriter csv, Row row, CsvShape shape, Map<String, String> answers) {
    Set<String> turns = new LinkedHashSet<>();
    for (String path : answers.keySet()) {
      int end = path.lastIndexOf(']');
      while (end > 0 && !ReadOut.plain(path.substring(0, end + 1)).equals(shape.group())) {
        end = path.lastIndexOf(']', end - 1);
      }
      if (end > 0) {
        turns.add(path.substring(0, end + 1));
      }
    }
    String parent = key(row);
    for (String turn : turns) {
      List<String> cells = new ArrayList<>();
      shape.cells(
          answers, turn + "/", (value, isWords) -> cells.add(isWords ? harmless(value) : value));
      cells.add(parent);
      cells.add(parent + "/" + turn);
      csv.writeRecord(cells);
    }
  }

  private static String key(Row row) {
    return row.key() == null ? row.instanceId() : row.key();
  }

  private static void after(List<String> cells, Row row, int version) {
    cells.add(row.instanceId());
    cells.add(key(row));
    cells.add(harmless(text(row.collector())));
    cells.add(harmless(text(row.collector())));
    cells.add(String.valueOf(row.present()));
    cells.add(String.valueOf(row.expected() + row.missing()));
    cells.add("");
    cells.add(reviewState(row));
    cells.add(harmless(text(row.device())));
    cells.add(row.edits() == null ? "0" : String.valueOf(row.edits()));
    cells.add(String.valueOf(version));
    cells.add(row.stream());
    cells.add(row.mode());
    cells.add(text(row.unit()));
    cells.add(text(row.territory()));
    cells.add(text(row.flags()));
  }

  /// In Central's words.
  private static String reviewState(Row row) {
    String state = row.review() == null && row.edits() != null ? "edited" : text(row.review());
    return state.equals("has_issues") ? "hasIssues" : state;
  }

  /// What a spreadsheet would take for a formula is preceded by an apostrophe.
  private static String harmless(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
