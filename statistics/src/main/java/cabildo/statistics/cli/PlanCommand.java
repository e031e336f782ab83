package cabildo.statistics.cli;

import cabildo.statistics.Status;
import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.planning.DesignEffectForecast;
import cabildo.statistics.planning.Template;
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

/// Sample sizes and prices.
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description =
        "What it costs to be conclusive in every municipality (A) or for the state alone (B).",
    footer = {
      "",
      "Examples:",
      "  ./cabildo statistics plan municipalities.csv --population adults",
      "  ./cabildo statistics plan municipalities.csv --population adults --municipality-margin 0.05 \\",
      "      --drawn 35 --cost-complete 180 --cost-municipality 9000 --budget 3000000 -o prices.csv"
    })
final class PlanCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FRAME", description = "One line per municipality, CSV.")
  private Path frame = Path.of("-");

  @Option(
      names = "--population",
      defaultValue = "N",
      paramLabel = "COLUMN",
      description = "Column of adults (default ${DEFAULT-VALUE}).")
  private String population = "N";

  @Option(
      names = "--municipality-margin",
      description = "Half-width in every municipality (default ${DEFAULT-VALUE}).")
  private double municipalityMargin = 0.10;

  @Option(
      names = "--state-margin",
      description = "Half-width for the state (default ${DEFAULT-VALUE}).")
  private double stateMargin = 0.035;

  @Option(
      names = "--municipality-deff",
      description = "Design effect within municipalities (default ${DEFAULT-VALUE}).")
  private double municipalityDeff = 1.3;

  @Option(names = "--state-deff", description = "Design effect of B (default ${DEFAULT-VALUE}).")
  private double stateDeff = 1.6;

  @Option(
      names = "--weight-deff",
      description = "1+CV² of weights in B, with --icc (default ${DEFAULT-VALUE}).")
  private double weightDeff = 1.2;

  @Option(
      names = "--icc",
      description = "Correlation within municipalities; forecasts the design effect of B instead.")
  private @Nullable Double icc;

  @Option(names = "--drawn", description = "Municipalities drawn in B (default ${DEFAULT-VALUE}).")
  private int drawn = 35;

  @Option(
      names = "--response-rate",
      description = "Response times eligibility (default ${DEFAULT-VALUE}).")
  private double responseRate = 0.45;

  @Option(
      names = "--cost-complete",
      description = "Price of one interview (default ${DEFAULT-VALUE}).")
  private double costPerComplete = 150;

  @Option(
      names = "--cost-municipality",
      description = "Price of visiting a municipality (default ${DEFAULT-VALUE}).")
  private double costPerMunicipality = 8000;

  @Option(names = "--level", description = "Confidence level (default ${DEFAULT-VALUE}).")
  private double level = 0.95;

  @Option(names = "--budget", description = "What there is to spend.")
  private @Nullable Double budget;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    Table table = CsvTables.read(frame);
    double[] adults = table.numbers(population);
    for (int row = 0; row < adults.length; row++) {
      if (!(adults[row] >= 0)) {
        throw table.refuse(row, population, "a population of at least 0 is needed");
      }
    }
    Template.Terms terms =
        new Template.Terms(
            adults,
            municipalityMargin,
            stateMargin,
            municipalityDeff,
            icc == null ? (Double) stateDeff : null,
            weightDeff,
            icc == null ? DesignEffectForecast.DEFAULT_CORRELATION : icc,
            Math.min(drawn, adults.length),
            responseRate,
            costPerComplete,
            costPerMunicipality,
            level);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    rows.add(row("A", Template.everyMunicipality(terms), "every municipality conclusive"));
    rows.add(row("B", Template.stateOnly(terms), "state conclusive; municipalities by model only"));
    output.write(rows);
    if (budget != null) {
      sayShortfall(Template.shortfall(terms, budget));
    }
    return 0;
  }

  private Map<String, @Nullable Object> row(String name, Template template, String promise) {
    Map<String, @Nullable Object> row = Output.row();
    boolean fits = budget == null || template.price() <= budget;
    row.put("template", name);
    row.put(
        "status",
        template.status() == Status.OK && !fits ? "OVER_BUDGET" : template.status().name());
    row.put("promise", promise);
    row.put("municipalities", template.municipalities());
    row.put("completes", template.completes());
    row.put("invitations", template.invitations());
    row.put("price", template.price());
    row.put(
        "municipality_margin",
        template.municipalityMargin() < 1 ? (Object) template.municipalityMargin() : null);
    row.put("state_margin", template.stateMargin());
    row.put("df_state", template.dfState());
    return row;
  }

  private static void sayShortfall(Template.Shortfall s) {
    if (s.needed() > 0) {
      System.err.printf(
          "INFEASIBLE: A needs %,d completes and the budget buys %,d, which is ±%.1f points in every municipality.%n"
              + "Ways out: relax the margin, drop or rotate municipalities, or declare them model-only.%n",
          s.needed(), s.affordable(), 100 * s.commonMargin());
    }
  }
}
