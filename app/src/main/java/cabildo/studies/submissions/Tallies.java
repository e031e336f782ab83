package cabildo.studies.submissions;

import cabildo.db.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Every statement that reads or writes sheets and tallies.
@Component
public class Tallies {
  private static final String CHANGES =
      """
      unnest(:streams::text[], :units::int[], :cells::int[], :items::int[], :codes::int[],
             :counts::bigint[]) as d (stream, unit, cell, item, code, n)
      """;
  private static final String COUNT_UP =
      """
      insert into studies.tally as t (component_id, stream, unit, cell, item, code, n)
      select :componentId, d.stream, d.unit, d.cell, d.item, d.code, d.n
        from
      """
          + CHANGES
          + """
           order by d.stream, d.unit, d.cell, d.item, d.code
          on conflict (component_id, stream, unit, cell, item, code)
            do update set n = t.n + excluded.n
          """;
  private static final String COUNT_DOWN =
      """
      update studies.tally t set n = t.n + d.n from
      """
          + CHANGES
          + """
           where t.component_id = :componentId and t.stream = d.stream and t.unit = d.unit
             and t.cell = d.cell and t.item = d.item and t.code = d.code
          """;

  private final Database database;

  public Tallies(Database database) {
    this.database = database;
  }

  /// How often a code was given to an item by a class of respondents of a unit.
  ///
  /// @param unit number of the drawn unit; of volunteers the municipality's code, 0 when not known
  /// @param item of `SheetCoding`; `SheetCoding.SHEETS` counts the sheets
  public record Tally(String stream, int unit, int cell, int item, int code, long n) {}

  public List<Tally> of(UUID componentId) {
    return database
        .sql(
            """
            select stream, unit, cell, item, code, n from studies.tally
             where component_id = :id and n > 0
             order by stream, unit, cell, item, code
            """)
        .with("id", componentId)
        .list(Tally.class);
  }

  /// How many sheets each unit has; `item`, `cell` and `code` say nothing here.
  public List<Tally> sheets(UUID componentId) {
    return database
        .sql(
            """
            select stream, unit, -1 as cell, -1 as item, 0 as code, sum(n)::bigint as n
              from studies.tally
             where component_id = :id and item = -1 and n > 0
             group by stream, unit order by stream, unit
            """)
        .with("id", componentId)
        .list(Tally.class);
  }

  /// A sheet that is put in or taken out.
  ///
  /// @param codes in hexadecimal digits, two for each item
  /// @param likeness of `Oddities`
  record Sheet(long submissionId, String stream, int unit, int cell, String codes, long likeness) {}

  void putIn(UUID componentId, List<Sheet> sheets) {
    if (sheets.isEmpty()) {
      return;
    }
    database
        .sql(
            """
            insert into studies.sheet
              (submission_id, component_id, stream, unit, cell, codes, likeness)
            select n.id, :componentId, n.stream, n.unit, n.cell, decode(n.codes, 'hex'), n.likeness
              from unnest(:ids::bigint[], :streams::text[], :units::int[], :cells::int[],
                     :codes::text[], :likenesses::bigint[])
                as n (id, stream, unit, cell, codes, likeness)
            """)
        .with("componentId", componentId)
        .with("ids", sheets.stream().map(Sheet::submissionId).toArray(Long[]::new))
        .with("streams", sheets.stream().map(Sheet::stream).toArray(String[]::new))
        .with("units", sheets.stream().map(Sheet::unit).toArray(Integer[]::new))
        .with("cells", sheets.stream().map(Sheet::cell).toArray(Integer[]::new))
        .with("codes", sheets.stream().map(Sheet::codes).toArray(String[]::new))
        .with("likenesses", sheets.stream().map(Sheet::likeness).toArray(Long[]::new))
        .change();
    count(componentId, sheets, 1);
  }

  /// Takes the sheets of these submissions out again, as far as they are there.
  void takeOut(UUID componentId, List<Long> submissionIds) {
    if (submissionIds.isEmpty()) {
      return;
    }
    List<Sheet> sheets =
        database
            .sql(
                """
                delete from studies.sheet where submission_id in (:ids)
                returning submission_id, stream, unit, cell, encode(codes, 'hex') as codes,
                          likeness
                """)
            .with("ids", submissionIds)
            .list(Sheet.class);
    count(componentId, sheets, -1);
  }

  private record Key(String stream, int unit, int cell, int item, int code) {}

  /// Counts are gathered first and written in the order of their keys, so that two that count at
  /// once do not wait for each other crosswise.
  private void count(UUID componentId, List<Sheet> sheets, int by) {
    Map<Key, Long> counts = new HashMap<>();
    for (Sheet sheet : sheets) {
      add(counts, sheet, SheetCoding.SHEETS, 0, by);
      byte[] codes = HexFormat.of().parseHex(sheet.codes());
      for (int item = 0; item < codes.length; item++) {
        add(counts, sheet, item, codes[item] & 0xff, by);
      }
    }
    List<Map.Entry<Key, Long>> rows = new ArrayList<>(counts.entrySet());
    if (rows.isEmpty()) {
      return;
    }
    database
        .sql(by > 0 ? COUNT_UP : COUNT_DOWN)
        .with("componentId", componentId)
        .with("streams", rows.stream().map(row -> row.getKey().stream()).toArray(String[]::new))
        .with("units", rows.stream().map(row -> row.getKey().unit()).toArray(Integer[]::new))
        .with("cells", rows.stream().map(row -> row.getKey().cell()).toArray(Integer[]::new))
        .with("items", rows.stream().map(row -> row.getKey().item()).toArray(Integer[]::new))
        .with("codes", rows.stream().map(row -> row.getKey().code()).toArray(Integer[]::new))
        .with("counts", rows.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .change();
  }

  private static void add(Map<Key, Long> counts, Sheet sheet, int item, int code, int by) {
    var key = new Key(sheet.stream(), sheet.unit(), sheet.cell(), item, code);
    counts.merge(key, (long) by, Long::sum);
  }
}
