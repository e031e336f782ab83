package cabildo.statistics;

import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// Small random samples for properties that every estimator must satisfy.
@NullMarked
final class Samples {
  private Samples() {}

  /// Rows of strata, units, weights, two variables (some missing) and a population count.
  static Table table(long seed, int strata, int psus, int take) {
    Random random = new Random(seed);
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    for (String name : List.of("stratum", "psu", "w", "y", "x", "N")) {
      columns.put(name, new ArrayList<>());
    }
    for (int h = 0; h < strata; h++) {
      for (int i = 0; i < psus; i++) {
        for (int k = 0; k < take; k++) {
          columns.computeIfAbsent("stratum", k0 -> new ArrayList<>()).add("h" + h);
          columns.computeIfAbsent("psu", k0 -> new ArrayList<>()).add("p" + i);
          columns
              .computeIfAbsent("w", k0 -> new ArrayList<>())
              .add(Integer.toString(1 + random.nextInt(64)));
          columns
              .computeIfAbsent("y", k0 -> new ArrayList<>())
              .add(random.nextInt(10) == 0 ? null : Integer.toString(random.nextInt(5)));
          columns
              .computeIfAbsent("x", k0 -> new ArrayList<>())
              .add(Integer.toString(1 + random.nextInt(9)));
          columns.computeIfAbsent("N", k0 -> new ArrayList<>()).add(Integer.toString(psus * 3));
        }
      }
    }
    return Table.of("random", 1, columns);
  }

  static SurveyDesign design(Table table) {
    return Designs.of(table, spec(List.of()));
  }

  static DesignSpec spec(List<String> populations) {
    return new DesignSpec(List.of("psu"), "stratum", "w", populations, LonelyPsu.ADJUST, false);
  }

  static boolean[] all(Table table) {
    boolean[] rows = new boolean[table.rows()];
    Arrays.fill(rows, true);
    return rows;
  }

  /// The same table with its rows in another order.
  static Table shuffled(Table table, long seed) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < table.rows(); i++) {
      order.add(i);
    }
    java.util.Collections.shuffle(order, new Random(seed));
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    for (String name : table.names()) {
      List<@Nullable String> cells = new ArrayList<>();
      order.forEach(i -> cells.add(table.text(name).get(i)));
      columns.put(name, cells);
    }
    return Table.of("shuffled", 1, columns);
  }
}
