package cabildo.statistics.verify;

import cabildo.statistics.disclosure.PublishedTable;
import cabildo.statistics.disclosure.Suppression;
import cabildo.statistics.disclosure.TableAudit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Suppression and its audit: suite `disclosure`. Cells are listed by column, then row, from 1.
final class DisclosureCases {
  private DisclosureCases() {}

  static Answer evaluate(Case c) {
    JsonNode in = c.input();
    if (in.has("children")) {
      return oneWay(in);
    }
    double[][] counts = Case.matrix(in.path("counts"));
    int columns = counts[0].length;
    PublishedTable table = PublishedTable.twoWay(counts);
    if (in.has("suppressed")) {
      boolean[] pattern = new boolean[table.counts().length];
      for (int cell = 0; cell < pattern.length; cell++) {
        pattern[cell] = in.path("suppressed").get(cell / columns).get(cell % columns).asBoolean();
      }
      return new Answer().with("audit", ranges(TableAudit.of(table, pattern), columns));
    }
    double threshold = in.path("threshold").asDouble(5);
    Suppression s = Suppression.of(table, threshold, in.path("zeroIsSafe").asBoolean(true));
    List<@Nullable Object> primary = new ArrayList<>();
    List<@Nullable Object> pattern = new ArrayList<>();
    for (int j = 0; j < columns; j++) {
      for (int i = 0; i < counts.length; i++) {
        if (s.primary()[i * columns + j]) {
          primary.add(List.of(i + 1, j + 1));
        }
      }
    }
    for (int i = 0; i < counts.length; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        row.add(s.suppressed()[i * columns + j]);
      }
      pattern.add(row);
    }
    return new Answer()
        .with("primary", primary)
        .with("auditPrimaryOnly", ranges(TableAudit.of(table, s.primary()), columns))
        .with(
            "primarySafeAlone", Suppression.isProtected(table, s.primary(), s.primary(), threshold))
        .with("optimalSecondaryCost", s.secondaryCost())
        .with("optimalPattern", pattern)
        .with("auditOptimal", ranges(s.audit(), columns));
  }

  private static List<@Nullable Object> ranges(List<TableAudit.Range> ranges, int columns) {
    List<@Nullable Object> out = new ArrayList<>();
    ranges.stream()
        .sorted(
            Comparator.comparingInt((TableAudit.Range r) -> r.cell() % columns)
                .thenComparingInt(r -> r.cell() / columns))
        .forEach(r ->
            out.add(
                new Answer()
                    .with("row", r.cell() / columns + 1)
                    .with("col", r.cell() % columns + 1)
                    .with("value", r.value())
                    .with("lo", r.low())
                    .with("hi", r.high())));
    return out;
  }

  private static Answer oneWay(JsonNode in) {
    PublishedTable table = PublishedTable.oneWay(Case.numbers(in.path("children")));
    Suppression s = Suppression.of(table, in.path("threshold").asDouble(5), true);
    List<@Nullable Object> primary = new ArrayList<>();
    boolean added = false;
    for (int cell = 0; cell < s.primary().length; cell++) {
      if (s.primary()[cell]) {
        primary.add(cell + 1);
      }
      added |= s.suppressed()[cell] && !s.primary()[cell];
    }
    return new Answer()
        .with("primary", primary)
        .with("mustAddSecondary", added)
        .with("minCostSecondary", s.secondaryCost());
  }
}
