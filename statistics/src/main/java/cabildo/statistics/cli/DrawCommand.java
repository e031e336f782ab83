package cabildo.statistics.cli;

import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.selection.ProportionalToSize;
import cabildo.statistics.selection.PublicDraw;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws that anyone can repeat.
@Command(
    name = "draw",
    mixinStandardHelpOptions = true,
    description =
        "A reproducible sample of a frame from a public seed, with probabilities and weights.",
    footer = {
      "",
      "Units are ordered by the first 16 hexadecimal digits of SHA-256(seed|id); the first n are taken.",
      "With --size the draw is systematic, proportional to size, from a start derived from the seed.",
      "Publish the frame's hash before the seed is known.",
      "",
      "Examples:",
      "  ./cabildo statistics draw households.csv --id folio --n 400 --seed \"lottery 2025-06-01: 48213\"",
      "  ./cabildo statistics draw households.csv --id folio --n 20 --by mun --seed 48213 -o sample.csv",
      "  ./cabildo statistics draw municipalities.csv --id mun --n 35 --size adults --seed 48213"
    })
final class DrawCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FRAME", description = "One line per unit, CSV.")
  private Path frame = Path.of("-");

  @Option(
      names = "--id",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of unique labels.")
  private String id = "";

  @Option(names = "--n", required = true, description = "Units to draw (per stratum with --by).")
  private int n;

  @Option(names = "--seed", required = true, description = "Public seed, any text.")
  private String seed = "";

  @Option(names = "--by", paramLabel = "COLUMN", description = "Draw n in each of these strata.")
  private @Nullable String by;

  @Option(names = "--size", paramLabel = "COLUMN", description = "Draw proportional to this size.")
  private @Nullable String size;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    Table table = CsvTables.read(frame);
    Map<String, List<Integer>> strata = new LinkedHashMap<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      String label = table.text(id).get(row);
      if (label == null) {
        throw table.refuse(row, id, "the label is missing");
      }
      Integer before = seen.putIfAbsent(label, row);
      if (before != null) {
        throw table.refuse(
            row,
            id,
            "'" + label + "' stands on line " + (before + 2) + " already; labels must be unique");
      }
      String stratum = by == null ? "" : String.valueOf(table.text(by).get(row));
      strata.computeIfAbsent(stratum, s -> new ArrayList<>()).add(row);
    }
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    strata.forEach((stratum, rows) -> draw(out, table, stratum, rows));
    output.write(out);
    return 0;
  }

  private void draw(
      List<Map<String, @Nullable Object>> out, Table table, String stratum, List<Integer> rows) {
    if (n > rows.size()) {
      throw new IllegalArgumentException(
          "cannot draw "
              + n
              + " of "
              + rows.size()
              + " units"
              + (by == null ? "" : " in " + by + "=" + stratum));
    }
    if (size == null) {
      List<String> ids = rows.stream().map(row -> String.valueOf(table.text(id).get(row))).toList();
      double probability = (double) n / rows.size();
      int order = 1;
      for (String unit : PublicDraw.draw(seed, ids, n)) {
        out.add(line(stratum, unit, order++, probability));
      }
      return;
    }
    double[] sizes =
        rows.stream().mapToDouble(row -> table.numbers(String.valueOf(size))[row]).toArray();
    for (int i = 0; i < sizes.length; i++) {
      if (!(sizes[i] >= 0)) {
        throw table.refuse(rows.get(i), size, "a size of at least 0 is needed");
      }
    }
    ProportionalToSize draw = ProportionalToSize.of(sizes, n);
    double start = PublicDraw.start(seed, stratum);
    int order = 1;
    for (int unit : draw.systematic(start)) {
      String label = String.valueOf(table.text(id).get(rows.get(unit)));
      out.add(line(stratum, label, order++, draw.probabilities()[unit]));
    }
  }

  private Map<String, @Nullable Object> line(
      String stratum, String unit, int order, double probability) {
    Map<String, @Nullable Object> row = Output.row();
    if (by != null) {
      row.put(by, stratum);
    }
    row.put(id, unit);
    row.put("draw_order", order);
    row.put("number", PublicDraw.number(seed, unit));
    row.put("probability", probability);
    row.put("weight", 1 / probability);
    return row;
  }
}
