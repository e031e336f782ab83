package cabildo.statistics.verify;

import cabildo.statistics.Status;
import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.estimate.TaylorEstimator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Totals, means and ratios: suites `taylor`, `lonely`, `edges`.
final class EstimateCases {
  private EstimateCases() {}

  static Answer taylor(Case c) {
    return answer(estimate(c.design(), c.table(), c.estimator(), c.domain(), c.level()));
  }

  static Estimate estimate(
      SurveyDesign design, Table table, JsonNode estimator, boolean[] domain, double level) {
    double[] y = table.numbers(estimator.path("y").asString());
    return switch (estimator.path("type").asString("mean")) {
      case "total" -> TaylorEstimator.total(design, y, domain, level);
      case "ratio" ->
          TaylorEstimator.ratio(
              design, y, table.numbers(estimator.path("x").asString()), domain, level);
      default -> TaylorEstimator.mean(design, y, domain, level);
    };
  }

  static Linearised linearised(
      SurveyDesign design, Table table, JsonNode estimator, boolean[] domain) {
    double[] y = table.numbers(estimator.path("y").asString());
    return switch (estimator.path("type").asString("mean")) {
      case "total" -> Linearised.total(design, y, domain);
      case "ratio" ->
          Linearised.ratio(design, y, table.numbers(estimator.path("x").asString()), domain);
      default -> Linearised.mean(design, y, domain);
    };
  }

  static Answer answer(Estimate e) {
    return new Answer()
        .with("status", e.status().name())
        .with("estimate", e.estimate())
        .with("se", e.se())
        .with("var", e.variance())
        .with("cv", e.cv())
        .with("dfDesign", e.dfDesign())
        .with("dfDomain", e.dfDomain())
        .with("df", e.dfDomain())
        .with("ciLow", e.interval().low())
        .with("ciHigh", e.interval().high())
        .with("n", e.n())
        .with("sumWeights", e.sumWeights())
        .with("deff", e.designEffects().withoutReplacement())
        .with("deffReplace", e.designEffects().withReplacement())
        .with("kishDeffW", e.designEffects().ofWeights())
        .with("nEff", e.effectiveN());
  }

  /// Lonely strata are compared by the variance formula, also where no degrees of freedom are left.
  static Answer lonely(Case c) {
    SurveyDesign design = c.design();
    Linearised linearised = linearised(design, c.table(), c.estimator(), c.domain());
    LinearisedVariance variance = linearised.variance(design);
    if (variance.status() == Status.SINGLE_PSU_STRATUM) {
      return new Answer().with("error", variance.status().name());
    }
    return new Answer()
        .with("estimate", linearised.estimate())
        .with("se", variance.status() == Status.OK ? (Double) Math.sqrt(variance.variance()) : null)
        .with("dfDomain", design.degreesOfFreedom(linearised.rows()));
  }

  static Answer edge(Case c) {
    Table table = inline(c.content().path("rows"));
    List<String> counts = table.has("N_h") ? List.of("N_h") : List.of();
    DesignSpec spec = new DesignSpec(List.of("psu"), "stratum", "w", counts, rule(c), false);
    SurveyDesign design = Designs.of(table, spec);
    Estimate estimate = estimate(design, table, c.estimator(), c.domain(table), c.level());
    return answer(estimate);
  }

  /// The rule of the case; without one, that of estimation.
  private static LonelyPsu rule(Case c) {
    String stated =
        c.content()
            .at("/design/lonelyPsu")
            .asString(c.estimator().path("lonelyPsu").asString("adjust"));
    return LonelyPsu.valueOf(stated.toUpperCase(Locale.ROOT));
  }

  static Table inline(JsonNode rows) {
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      row.properties().forEach(p -> columns.putIfAbsent(p.getKey(), new ArrayList<>()));
    }
    for (JsonNode row : rows) {
      columns.forEach((name, cells) -> cells.add(Case.text(row.path(name))));
    }
    return Table.of("inline rows", 1, columns);
  }
}
