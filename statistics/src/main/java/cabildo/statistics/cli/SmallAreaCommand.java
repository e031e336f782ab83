package cabildo.statistics.cli;

import cabildo.statistics.Status;
import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.smallarea.ArcsineScale;
import cabildo.statistics.smallarea.AreaDiagnostics;
import cabildo.statistics.smallarea.AreaLabel;
import cabildo.statistics.smallarea.Benchmark;
import cabildo.statistics.smallarea.FayHerriot;
import cabildo.statistics.smallarea.FayHerriotFit;
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

/// Model estimates for areas.
@Command(
    name = "small-area",
    mixinStandardHelpOptions = true,
    description = "Fay-Herriot estimates of proportions on the arcsine scale; never conclusive.",
    footer = {
      "",
      "AREAS has one line per area: a label, n respondents (0 where nobody was asked), p, the effective",
      "sample neff from a smoothed design effect, and covariates chosen in the plan.",
      "",
      "Examples:",
      "  ./cabildo statistics small-area areas.csv --covariates schooling,urban",
      "  ./cabildo statistics small-area areas.csv --covariates x1,x2 --benchmark 0.46 --population N \\",
      "      -o model.csv"
    })
final class SmallAreaCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "AREAS", description = "One line per area, CSV.")
  private Path areas = Path.of("-");

  @Option(
      names = "--covariates",
      split = ",",
      required = true,
      paramLabel = "X",
      description = "Columns of covariates.")
  private List<String> covariates = List.of();

  @Option(
      names = "--area",
      defaultValue = "area",
      description = "Column of labels (default ${DEFAULT-VALUE}).")
  private String area = "area";

  @Option(names = "--margin", description = "Planned half-width (default ${DEFAULT-VALUE}).")
  private double margin = 0.10;

  @Option(
      names = "--benchmark",
      paramLabel = "T",
      description = "Design-based state value to add up to.")
  private @Nullable Double benchmark;

  @Option(
      names = "--population",
      defaultValue = "N",
      paramLabel = "COLUMN",
      description = "Population for the benchmark.")
  private String population = "N";

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    Table table = CsvTables.read(areas);
    int all = table.rows();
    double[][] x = new double[all][covariates.size() + 1];
    List<Integer> sampled = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      x[i][0] = 1;
      for (int j = 0; j < covariates.size(); j++) {
        x[i][j + 1] = table.numbers(covariates.get(j))[i];
        if (Double.isNaN(x[i][j + 1])) {
          throw table.refuse(i, covariates.get(j), "every area needs its covariates");
        }
      }
      if (table.numbers("n")[i] > 0) {
        check(table, i);
        sampled.add(i);
      }
    }
    FayHerriot data =
        new FayHerriot(
            sampled.stream().mapToDouble(i -> ArcsineScale.of(table.numbers("p")[i])).toArray(),
            sampled.stream()
                .mapToDouble(i -> ArcsineScale.samplingVariance(table.numbers("neff")[i]))
                .toArray(),
            sampled.stream().map(i -> x[i]).toArray(double[][]::new));
    FayHerriotFit fit = data.fit(FayHerriot.Method.REML);
    boolean zero = fit.hasZeroBetweenAreaVariance();
    fit = zero ? data.fit(FayHerriot.Method.LI_LAHIRI) : fit;
    if (fit.status() != Status.OK) {
      throw new IllegalArgumentException(
          fit.status()
              + ": "
              + sampled.size()
              + " sampled areas do not identify a model with "
              + x[0].length
              + " coefficients");
    }
    AreaDiagnostics diagnostics = AreaDiagnostics.of(data, fit);
    say(diagnostics, fit, zero);
    output.write(rows(table, x, sampled, fit, diagnostics));
    return 0;
  }

  private static void check(Table table, int row) {
    double p = table.numbers("p")[row];
    if (!(p >= 0 && p <= 1)) {
      throw table.refuse(row, "p", "a proportion between 0 and 1 is needed where n is above 0");
    }
    if (!(table.numbers("neff")[row] > 0)) {
      throw table.refuse(row, "neff", "an effective sample above 0 is needed where n is above 0");
    }
  }

  private static void say(AreaDiagnostics d, FayHerriotFit fit, boolean zero) {
    System.err.printf(
        "m=%d p=%d A=%.5f%s Shapiro p=%.3f goodness of fit p=%.3f direct on model: %.3f + %.3f x; gamma %.2f to %.2f; diagnostics %s%n",
        d.areas(),
        d.covariates(),
        fit.a(),
        zero ? " (ZERO_BETWEEN_AREA_VARIANCE, adjusted likelihood)" : "",
        d.shapiro().p(),
        d.goodnessP(),
        d.biasIntercept(),
        d.biasSlope(),
        d.minGamma(),
        d.maxGamma(),
        d.pass() ? "pass" : "do not pass");
  }

  private List<Map<String, @Nullable Object>> rows(
      Table table,
      double[][] x,
      List<Integer> sampled,
      FayHerriotFit fit,
      AreaDiagnostics diagnostics) {
    int all = table.rows();
    double[] estimate = new double[all];
    double[] mse = new double[all];
    double[] mu = new double[all];
    double[] scaleMse = new double[all];
    for (int i = 0; i < all; i++) {
      int at = sampled.indexOf(i);
      FayHerriotFit.OutOfSample out = fit.outOfSample(x[i]);
      mu[i] = at >= 0 ? fit.eblup()[at] : out.estimate();
      scaleMse[i] = at >= 0 ? fit.mse()[at] : out.mse();
      estimate[i] = ArcsineScale.backClosed(mu[i], at >= 0 ? fit.g1()[at] : out.mse());
      mse[i] = ArcsineScale.deltaMse(mu[i], scaleMse[i]);
    }
    double[] adjusted = benchmark == null ? estimate : benchmarked(table, estimate, mse, benchmark);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      int at = sampled.indexOf(i);
      Interval interval = ArcsineScale.interval(mu[i], scaleMse[i], 0.95);
      double gamma = at >= 0 ? fit.gamma()[at] : 0;
      AreaLabel label =
          AreaLabel.of(at >= 0, gamma, diagnostics.pass(), interval.width() / 2, margin);
      Map<String, @Nullable Object> row = Output.row();
      row.put("area", table.text(area).get(i));
      row.put("label", label.name());
      row.put("sampled", at >= 0);
      row.put("estimate", adjusted[i]);
      row.put("ci_low", interval.low());
      row.put("ci_high", interval.high());
      row.put("rmse", Math.sqrt(mse[i]));
      row.put("gamma", gamma);
      row.put("caveats", at >= 0 ? List.of("MODEL") : List.of("MODEL", "NO_ONE_INTERVIEWED"));
      rows.add(row);
    }
    return rows;
  }

  private double[] benchmarked(Table table, double[] estimate, double[] mse, double target) {
    double[] shares = table.numbers(population).clone();
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return Benchmark.MSE_WEIGHTED.adjustProportions(estimate, mse, shares, target);
  }
}
