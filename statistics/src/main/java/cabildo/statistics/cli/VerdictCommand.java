package cabildo.statistics.cli;

import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.statistics.verdict.FieldState;
import cabildo.statistics.verdict.Verdict;
import cabildo.statistics.verdict.WhatItWouldTake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Verdicts and what they would take.
@Command(
    name = "verdict",
    mixinStandardHelpOptions = true,
    description =
        "Which figures are conclusive, why not, and what more fieldwork would make them so.",
    footer = {
      "",
      "EVIDENCE has one line per domain and the columns",
      "  domain,kind,plan_frozen,known_probabilities,level,p,se,n,df,frame_coverage,stratum_coverage,",
      "  response_rate,r_indicator,max_std_diff",
      "kind is PROBABILITY or VOLUNTEER; level is municipality, region, state or national; empty = unknown.",
      "STRATA has the columns domain,stratum,population,respondents.",
      "",
      "Examples:",
      "  ./cabildo statistics verdict evidence.csv",
      "  ./cabildo statistics verdict evidence.csv --strata strata.csv --deff 1.4 --cost-complete 150 \\",
      "      --cost-municipality 8000 -o verdicts.json"
    })
final class VerdictCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "EVIDENCE", description = "One line per domain, CSV.")
  private Path evidence = Path.of("-");

  @Option(
      names = "--strata",
      paramLabel = "FILE",
      description = "Planned strata of the domains, CSV.")
  private @Nullable Path strata;

  @Option(
      names = "--deff",
      description = "Design effect of further completes (default ${DEFAULT-VALUE}).")
  private double designEffect = 1.3;

  @Option(names = "--take", description = "Completes per primary unit (default ${DEFAULT-VALUE}).")
  private double take = 1;

  @Option(names = "--response-rate", description = "Of new invitations (default ${DEFAULT-VALUE}).")
  private double responseRate = 0.45;

  @Option(
      names = "--cost-complete",
      description = "Price of one interview (default ${DEFAULT-VALUE}).")
  private double costPerComplete = 150;

  @Option(
      names = "--cost-municipality",
      description = "Price of opening a municipality (default ${DEFAULT-VALUE}).")
  private double costPerMunicipality = 8000;

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws Exception {
    Table table = CsvTables.read(evidence);
    Table plan = strata == null ? null : CsvTables.read(strata);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      Evidence e = evidence(table, row);
      String domain = String.valueOf(table.text("domain").get(row));
      Verdict verdict = DecisionPolicy.DEFAULT.judge(e);
      Map<String, @Nullable Object> out = Output.row();
      boolean shown = verdict.outcome() != Verdict.Outcome.WITHHELD;
      boolean probability = e.kind() == Evidence.SampleKind.PROBABILITY;
      out.put("domain", domain);
      out.put("verdict", verdict.outcome().name());
      out.put("reasons", verdict.reasons().stream().map(Enum::name).toList());
      out.put("n", shown ? (Object) e.n() : null);
      out.put("p", shown ? e.p() : null);
      out.put("ci_low", probability ? verdict.interval().low() : null);
      out.put("ci_high", probability ? verdict.interval().high() : null);
      out.put("n_eff", probability ? verdict.effectiveN() : null);
      out.put("half_width", probability ? verdict.halfWidth() : null);
      out.put("policy", verdict.policyVersion());
      if (plan != null) {
        addTake(out, e, plan, domain);
      }
      rows.add(out);
    }
    output.write(rows);
    return 0;
  }

  private Evidence evidence(Table table, int row) {
    try {
      return new Evidence(
          Evidence.SampleKind.valueOf(word(table, row, "kind").toUpperCase(Locale.ROOT)),
          truth(table, row, "plan_frozen"),
          truth(table, row, "known_probabilities"),
          Evidence.DomainLevel.valueOf(word(table, row, "level").toUpperCase(Locale.ROOT)),
          number(table, row, "p"),
          number(table, row, "se"),
          (int) whole(table, row, "n"),
          whole(table, row, "df"),
          number(table, row, "frame_coverage"),
          number(table, row, "stratum_coverage"),
          number(table, row, "response_rate"),
          number(table, row, "r_indicator"),
          number(table, row, "max_std_diff"));
    } catch (IllegalArgumentException wrong) {
      throw table.refuse(row, "kind, level or a number", String.valueOf(wrong.getMessage()));
    }
  }

  private static String word(Table table, int row, String column) {
    String cell = table.text(column).get(row);
    if (cell == null) {
      throw table.refuse(row, column, "a value is needed");
    }
    return cell;
  }

  private static boolean truth(Table table, int row, String column) {
    return switch (word(table, row, column).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1", "si", "sí" -> true;
      case "false", "no", "0" -> false;
      default -> throw table.refuse(row, column, "write true or false");
    };
  }

  private static @Nullable Double number(Table table, int row, String column) {
    return cabildo.statistics.Numbers.orNull(table.numbers(column)[row]);
  }

  private static double whole(Table table, int row, String column) {
    double value = table.numbers(column)[row];
    if (Double.isNaN(value) || value != Math.rint(value)) {
      throw table.refuse(row, column, "a whole number is needed");
    }
    return value;
  }

  private void addTake(Map<String, @Nullable Object> out, Evidence e, Table plan, String domain) {
    List<FieldState.Stratum> members = new ArrayList<>();
    for (int row = 0; row < plan.rows(); row++) {
      if (domain.equals(plan.text("domain").get(row))) {
        String name = word(plan, row, "stratum");
        double people = plan.numbers("population")[row];
        if (!(people >= 0)) {
          throw plan.refuse(row, "population", "a population of at least 0 is needed");
        }
        members.add(
            new FieldState.Stratum(name, people, (int) whole(plan, row, "respondents"), false));
      }
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException(
          "the strata file has no line for the domain '" + domain + "'");
    }
    FieldState state =
        new FieldState(
            members, designEffect, take, responseRate, costPerComplete, costPerMunicipality);
    WhatItWouldTake take = WhatItWouldTake.of(DecisionPolicy.DEFAULT, e, state);
    WhatItWouldTake.@Nullable Fieldwork work =
        take instanceof WhatItWouldTake.Fieldwork f ? f : null;
    out.put(
        "what_it_would_take",
        switch (take) {
          case WhatItWouldTake.Nothing ignored -> "NOTHING";
          case WhatItWouldTake.NoNumberCan ignored -> "NO_NUMBER_CAN";
          case WhatItWouldTake.Fieldwork f -> "FIELDWORK";
        });
    out.put("more_completes", work == null ? null : (Object) work.completes());
    out.put("new_municipalities", work == null ? null : (Object) work.newStrata());
    out.put("more_invitations", work == null ? null : (Object) work.invitations());
    out.put("price", work == null ? null : (Object) work.price());
    out.put(
        "where",
        work == null
            ? null
            : work.placements().stream().map(p -> p.stratum() + ":" + p.completes()).toList());
    out.put(
        "and_also", work == null ? null : work.otherConditions().stream().map(Enum::name).toList());
  }
}
