package cabildo.statistics.cli;

import cabildo.statistics.Status;
import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.disclosure.SafeShare;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.labels.PrecisionLabels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Estimates from microdata.
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description =
        "Totals, means, proportions and ratios with standard errors, intervals and caveats.",
    footer = {
      "",
      "The design file is JSON. Example:",
      "  {\"ids\": [\"psu\"], \"strata\": \"stratum\", \"weights\": \"w\", \"fpc\": [\"N_h\"],",
      "   \"lonelyPsu\": \"adjust\", \"missing\": {\"*\": [\"98\", \"99\"]}, \"codes\": {\"know\": [\"0\", \"1\"]}}",
      "Write \"kind\": \"VOLUNTEER\" for people who selected themselves: no standard errors are given.",
      "",
      "Examples:",
      "  ./cabildo statistics estimate answers.csv --design design.json --proportion know --by mun",
      "  ./cabildo statistics estimate answers.csv -d design.json --mean minutes --ratio requests/minutes \\",
      "      --where \"sex=='F' & age!='60+'\" -o women.json"
    })
final class EstimateCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DATA", description = "Microdata, CSV with a header line.")
  private Path data = Path.of("-");

  @Option(
      names = {"-d", "--design"},
      required = true,
      paramLabel = "FILE",
      description = "Design, JSON.")
  private Path design = Path.of("-");

  @Option(
      names = "--mean",
      split = ",",
      paramLabel = "Y",
      description = "Means of these variables.")
  private List<String> means = List.of();

  @Option(
      names = "--proportion",
      split = ",",
      paramLabel = "Y",
      description = "Shares of 1 in these variables of 0 and 1.")
  private List<String> proportions = List.of();

  @Option(
      names = "--total",
      split = ",",
      paramLabel = "Y",
      description = "Totals of these variables.")
  private List<String> totals = List.of();

  @Option(names = "--ratio", split = ",", paramLabel = "Y/X", description = "Ratios of totals.")
  private List<String> ratios = List.of();

  @Option(
      names = "--by",
      paramLabel = "COLUMN",
      description = "One estimate per value of this column.")
  private @Nullable String by;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Domain, such as \"sex=='F' & edu>2\".")
  private @Nullable String where;

  @Option(
      names = "--threshold",
      paramLabel = "K",
      description = "Fewer respondents are withheld (default ${DEFAULT-VALUE}).")
  private int threshold = SafeShare.THRESHOLD;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    if (means.isEmpty() && proportions.isEmpty() && totals.isEmpty() && ratios.isEmpty()) {
      throw new IllegalArgumentException(
          "say what to estimate: --mean, --proportion, --total or --ratio");
    }
    DesignFile file = DesignFile.read(design);
    Table table = CsvTables.read(data);
    SurveyDesign survey = file.design(table);
    boolean[] rows = Where.rows(where, table);
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    if (by == null) {
      estimates(out, "all", rows, table, survey, file);
    } else {
      List<@Nullable String> cells = table.text(by);
      for (String level : table.levels(by)) {
        boolean[] domain = rows.clone();
        for (int k = 0; k < domain.length; k++) {
          domain[k] &= level.equals(cells.get(k));
        }
        estimates(out, by + "=" + level, domain, table, survey, file);
      }
    }
    output.write(out);
    return 0;
  }

  private void estimates(
      List<Map<String, @Nullable Object>> out,
      String domain,
      boolean[] rows,
      Table table,
      SurveyDesign survey,
      DesignFile file) {
    double level = file.level();
    for (String y : means) {
      out.add(
          row(
              domain,
              "mean",
              y,
              TaylorEstimator.mean(survey, file.variable(table, y), rows, level),
              file));
    }
    for (String y : proportions) {
      double[] values = indicator(table, file, y);
      out.add(
          row(domain, "proportion", y, TaylorEstimator.mean(survey, values, rows, level), file));
    }
    for (String y : totals) {
      out.add(
          row(
              domain,
              "total",
              y,
              TaylorEstimator.total(survey, file.variable(table, y), rows, level),
              file));
    }
    for (String pair : ratios) {
      String[] parts = pair.split("/", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(
            "--ratio " + pair + ": write Y/X, such as requests/minutes");
      }
      Estimate ratio =
          TaylorEstimator.ratio(
              survey, file.variable(table, parts[0]), file.variable(table, parts[1]), rows, level);
      out.add(row(domain, "ratio", pair, ratio, file));
    }
  }

  private static double[] indicator(Table table, DesignFile file, String name) {
    double[] values = file.variable(table, name);
    for (int row = 0; row < values.length; row++) {
      if (!Double.isNaN(values[row]) && values[row] != 0 && values[row] != 1) {
        throw table.refuse(
            row,
            name,
            "'" + table.text(name).get(row) + "' is neither 0 nor 1, as a proportion needs");
      }
    }
    return values;
  }

  private Map<String, @Nullable Object> row(
      String domain, String statistic, String variable, Estimate e, DesignFile file) {
    boolean small = e.n() < threshold && e.n() > 0;
    boolean shown = !small && e.status() != Status.NO_DATA;
    boolean precise = shown && !file.volunteers();
    Interval interval = precise ? interval(statistic, e, file.level()) : Interval.NONE;
    List<String> caveats = new ArrayList<>();
    if (file.volunteers()) {
      caveats.add("VOLUNTEER_SAMPLE");
    }
    if (small) {
      caveats.add("SMALL_CELL");
    }
    if (e.status() != Status.OK) {
      caveats.add(e.status().name());
    }
    if (precise && e.dfDomain() < 9 && e.status() == Status.OK) {
      caveats.add("FEW_DEGREES_OF_FREEDOM");
    }
    Map<String, @Nullable Object> row = Output.row();
    row.put("domain", domain);
    row.put("statistic", statistic);
    row.put("variable", variable);
    row.put("status", small ? "WITHHELD" : e.status().name());
    row.put("n", small ? null : (Object) e.n());
    row.put("estimate", shown ? e.estimate() : null);
    row.put("se", precise ? e.se() : null);
    row.put("ci_low", interval.low());
    row.put("ci_high", interval.high());
    row.put("level", file.level());
    row.put("df", precise ? (Object) e.dfDomain() : null);
    row.put("deff", precise ? e.designEffects().withReplacement() : null);
    row.put("n_eff", precise ? e.effectiveN() : null);
    row.put("cv_percent", precise && e.cv() != null ? (Object) (100 * e.cv()) : null);
    row.put("inegi_label", precise ? inegi(statistic, e, file.level()) : null);
    row.put("caveats", caveats);
    return row;
  }

  private static Interval interval(String statistic, Estimate e, double level) {
    Double p = e.estimate();
    Double se = e.se();
    if (!statistic.equals("proportion") || e.status() != Status.OK || p == null || se == null) {
      return e.interval();
    }
    return ProportionInterval.KORN_GRAUBARD.of(proportion(p, se, e, level));
  }

  private static ProportionInterval.Proportion proportion(
      double p, double se, Estimate e, double level) {
    return new ProportionInterval.Proportion(
        Math.clamp(p, 0, 1), se * se, e.n(), e.dfDomain(), level);
  }

  private static @Nullable String inegi(String statistic, Estimate e, double level) {
    Double p = e.estimate();
    Double se = e.se();
    if (!statistic.equals("proportion") || p == null || se == null || e.dfDomain() <= 0) {
      return null;
    }
    return PrecisionLabels.of(proportion(p, se, e, level)).inegi().word();
  }
}
