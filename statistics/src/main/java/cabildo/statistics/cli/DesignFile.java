package cabildo.statistics.cli;

import cabildo.statistics.Status;
import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How the sample was drawn, as a JSON file that people write by hand.
///
/// @param spec columns of units, strata, weights and population counts
/// @param volunteers whether respondents selected themselves
/// @param level confidence level
/// @param missing codes that mean "no answer", per variable; `*` for all
/// @param codes allowed codes per variable
record DesignFile(
    DesignSpec spec,
    boolean volunteers,
    double level,
    Map<String, Set<String>> missing,
    Map<String, Set<String>> codes) {
  private static final Set<String> FIELDS =
      Set.of(
          "kind",
          "ids",
          "strata",
          "weights",
          "fpc",
          "lonelyPsu",
          "adjustDomainLonely",
          "level",
          "missing",
          "codes",
          "nest");

  static DesignFile read(Path file) throws IOException {
    JsonNode json;
    try {
      json = JsonMapper.builder().build().readTree(Files.readString(file));
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      throw new IllegalArgumentException(
          file.getFileName()
              + ", line "
              + at.getLineNr()
              + ", column "
              + at.getColumnNr()
              + ": not JSON: "
              + broken.getOriginalMessage(),
          broken);
    }
    for (String field : json.propertyNames()) {
      if (!FIELDS.contains(field)) {
        throw new IllegalArgumentException(
            file.getFileName()
                + ", field "
                + field
                + ": unknown; known are "
                + new java.util.TreeSet<>(FIELDS));
      }
    }
    try {
      return new DesignFile(
          new DesignSpec(
              texts(json.path("ids")),
              text(json.path("strata")),
              text(json.path("weights")),
              texts(json.path("fpc")),
              lonely(json.path("lonelyPsu").asString("adjust")),
              json.path("adjustDomainLonely").asBoolean(false)),
          "VOLUNTEER".equals(json.path("kind").asString("PROBABILITY")),
          cabildo.statistics.Numbers.level(json.path("level").asDouble(0.95)),
          sets(json.path("missing")),
          sets(json.path("codes")));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(file.getFileName() + ": " + wrong.getMessage(), wrong);
    }
  }

  private static LonelyPsu lonely(String name) {
    for (LonelyPsu rule : LonelyPsu.values()) {
      if (rule.name().equals(name.toUpperCase(Locale.ROOT))) {
        return rule;
      }
    }
    throw new IllegalArgumentException(
        "lonelyPsu '" + name + "' is not one of fail, certainty, remove, adjust, average");
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }

  private static List<String> texts(JsonNode node) {
    List<String> out = new ArrayList<>();
    if (node.isString()) {
      out.add(node.asString());
    }
    node.forEach(one -> out.add(one.asString()));
    return out;
  }

  private static Map<String, Set<String>> sets(JsonNode node) {
    Map<String, Set<String>> out = new HashMap<>();
    node.properties().forEach(p -> out.put(p.getKey(), new HashSet<>(texts(p.getValue()))));
    return out;
  }

  /// The design of a table, or a refusal that names the row to mend.
  SurveyDesign design(Table table) {
    SurveyDesign design = Designs.of(table, spec);
    String weights = spec.weights();
    if (design.status() == Status.INVALID_WEIGHT && weights != null) {
      for (int row = 0; row < table.rows(); row++) {
        double w = table.numbers(weights)[row];
        if (!(w >= 0) || Double.isInfinite(w)) {
          String what = Double.isNaN(w) ? "the weight is missing" : "the weight is " + w;
          throw table.refuse(row, weights, what + "; weights are numbers of at least 0");
        }
      }
    }
    if (design.status() == Status.INVALID_FPC) {
      throw populationFault(table, design);
    }
    return design;
  }

  private RuntimeException populationFault(Table table, SurveyDesign design) {
    String column = spec.populations().getFirst();
    double[] counts = table.numbers(column);
    Map<Integer, Double> first = new HashMap<>();
    for (int row = 0; row < table.rows(); row++) {
      int stratum = design.stratumOfPsu(design.psu(row));
      int drawn = design.sampledPsus(stratum);
      if (!(counts[row] >= drawn)) {
        return table.refuse(
            row,
            column,
            "the stratum has " + drawn + " sampled units but a population of " + counts[row]);
      }
      if (first.merge(stratum, counts[row], (a, b) -> a) != counts[row]) {
        return table.refuse(row, column, "the population differs inside its stratum");
      }
    }
    return new IllegalArgumentException(
        "a population count below the first stage is smaller than its sample, or differs inside a unit");
  }

  /// A variable with its missing codes taken out and its codes checked.
  double[] variable(Table table, String name) {
    double[] values = table.numbers(name).clone();
    List<@Nullable String> cells = table.text(name);
    Set<String> absent = new HashSet<>(missing.getOrDefault("*", Set.of()));
    absent.addAll(missing.getOrDefault(name, Set.of()));
    Set<String> allowed = codes.getOrDefault(name, Set.of());
    for (int row = 0; row < values.length; row++) {
      String cell = cells.get(row);
      if (cell != null && absent.contains(cell)) {
        values[row] = Double.NaN;
      } else if (cell != null && !allowed.isEmpty() && !allowed.contains(cell)) {
        throw table.refuse(
            row, name, "the code '" + cell + "' is not one of " + new java.util.TreeSet<>(allowed));
      }
    }
    return values;
  }
}
