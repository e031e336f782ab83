package cabildo.statistics.verify;

import cabildo.statistics.Status;
import cabildo.statistics.calibration.Calibration;
import cabildo.statistics.calibration.Distance;
import cabildo.statistics.calibration.Margins;
import cabildo.statistics.calibration.PostStratification;
import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.replicate.ReplicateVariance;
import cabildo.statistics.replicate.ReplicateVariance.Centre;
import cabildo.statistics.replicate.ReplicateWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calibrated weights and their estimates: suite `calibration`.
final class CalibrationCases {
  private CalibrationCases() {}

  static Answer calibrate(Case c) {
    SurveyDesign design = c.design();
    if (c.content().at("/calibration/method").asString("").contains("|")) {
      return recalibrated(c, design);
    }
    Calibration calibration = calibration(c, design.weights());
    Answer answer = new Answer().with("status", calibration.status().name());
    if (calibration.status() != Status.OK) {
      return answer;
    }
    List<@Nullable Object> estimates = new ArrayList<>();
    SurveyDesign calibrated = calibration.applyTo(design);
    for (JsonNode wanted : c.expected().path("estimates")) {
      boolean[] domain = Where.rows(Case.text(wanted.path("where")), c.table());
      Estimate e = EstimateCases.estimate(calibrated, c.table(), wanted, domain, 0.95);
      estimates.add(echo(wanted).with("estimate", e.estimate()).with("se", e.se()));
    }
    answer
        .with("sumWeights", Arrays.stream(calibration.weights()).sum())
        .with("gMin", Arrays.stream(calibration.factors()).min().orElse(Double.NaN))
        .with("gMax", Arrays.stream(calibration.factors()).max().orElse(Double.NaN))
        .with("estimates", estimates);
    if (c.content().has("weightsFile")) {
      answer.with("weights", Answer.list(calibration.weights()));
    }
    return answer;
  }

  /// The expected weights of a case, which stand in a file beside it.
  static double @Nullable [] expectedWeights(Case c) {
    String file = Case.text(c.content().path("weightsFile"));
    return file == null || !"calibration".equals(c.suite().name())
        ? null
        : c.suite().data().table(file).numbers("w");
  }

  private static Answer echo(JsonNode wanted) {
    Answer answer = new Answer();
    for (String field : List.of("type", "y", "x", "where", "cal")) {
      answer.with(field, Case.text(wanted.path(field)));
    }
    return answer;
  }

  static Calibration calibration(Case c, double[] weights) {
    JsonNode how = c.content().path("calibration");
    return switch (how.path("method").asString("")) {
      case "poststratify" -> postStratified(c, weights, Case.texts(how.path("vars")));
      case "rake" -> raked(c, weights);
      default -> Calibration.of(weights, margins(c), distance(how));
    };
  }

  private static Calibration postStratified(Case c, double[] weights, List<String> variables) {
    JsonNode cells = c.content().at("/calibration/cells");
    Map<String, Double> counts = new LinkedHashMap<>();
    if (cells.isArray()) {
      for (JsonNode cell : cells) {
        StringBuilder key = new StringBuilder();
        variables.forEach(
            v -> key.append(key.isEmpty() ? "" : "|").append(cell.path(v).asString()));
        counts.put(key.toString(), cell.path("N").asDouble());
      }
    } else {
      counts.putAll(Case.counts(c.content().path("aux").path(variables.getFirst())));
    }
    return PostStratification.of(weights, labels(c.table(), variables), counts);
  }

  static List<@Nullable String> labels(Table table, List<String> variables) {
    List<@Nullable String> labels = new ArrayList<>();
    for (int k = 0; k < table.rows(); k++) {
      StringBuilder label = new StringBuilder();
      for (String variable : variables) {
        label.append(label.isEmpty() ? "" : "|").append(table.text(variable).get(k));
      }
      labels.add(label.toString());
    }
    return labels;
  }

  private static Calibration raked(Case c, double[] weights) {
    List<List<@Nullable String>> margins = new ArrayList<>();
    List<Map<String, Double>> counts = new ArrayList<>();
    for (String variable : Case.texts(c.content().at("/calibration/vars"))) {
      margins.add(c.table().text(variable));
      counts.add(Case.counts(c.content().path("aux").path(variable)));
    }
    double tolerance = c.content().at("/calibration/epsilon").asDouble(1e-10);
    return PostStratification.rake(weights, margins, counts, 1000, Math.max(tolerance, 1e-13));
  }

  private static Distance distance(JsonNode how) {
    JsonNode bounds = how.path("bounds");
    double low = bounds.path(0).asDouble(Double.NaN);
    double high = bounds.path(1).asDouble(Double.NaN);
    return switch (how.path("method").asString("linear")) {
      case "raking" -> new Distance.Raking();
      case "logit" -> new Distance.Logit(low, high);
      default -> bounds.isArray() ? new Distance.BoundedLinear(low, high) : new Distance.Linear();
    };
  }

  private static Margins margins(Case c) {
    JsonNode how = c.content().path("calibration");
    JsonNode aux = c.content().path("aux");
    Margins.Builder builder = new Margins.Builder(c.table());
    String model = how.path("model").asString("1");
    for (String term : model.replaceAll("\\(.*?\\)", "").split("\\+")) {
      String name = term.trim();
      if (name.equals("1")) {
        builder.intercept(aux.path("N").asDouble());
      } else if (aux.path(name).isObject()) {
        builder.factor(name, Case.counts(aux.path(name)));
      } else {
        builder.numeric(name, aux.path(name + "Total").asDouble());
      }
    }
    return how.has("variance") ? builder.buildScaledByFirst() : builder.build();
  }

  private static Answer recalibrated(Case c, SurveyDesign design) {
    List<@Nullable Object> estimates = new ArrayList<>();
    Centre centre =
        c.expected().path("mse").asBoolean(true) ? Centre.FULL_SAMPLE : Centre.REPLICATE_MEAN;
    Margins margins = margins(c);
    UnaryOperator<double[]> regression =
        w -> Calibration.of(w, margins, new Distance.Linear()).weights();
    UnaryOperator<double[]> cells = w -> postStratified(c, w, List.of(firstFactor(c))).weights();
    ReplicateWeights jackknife = ReplicateWeights.jackknife(design);
    for (JsonNode wanted : c.expected().path("estimates")) {
      boolean[] domain = Where.rows(Case.text(wanted.path("where")), c.table());
      UnaryOperator<double[]> how =
          "poststrat".equals(wanted.path("cal").asString("")) ? cells : regression;
      ReplicateVariance v =
          ReplicateVariance.of(
              design.weights(),
              jackknife,
              w ->
                  EstimateCases.linearised(
                          design.withWeights(how.apply(w)), c.table(), wanted, domain)
                      .estimate(),
              centre);
      estimates.add(echo(wanted).with("estimate", v.estimate()).with("se", v.se()));
    }
    return new Answer()
        .with("estimates", estimates)
        .with("mse", c.expected().path("mse").asString("true"));
  }

  private static String firstFactor(Case c) {
    for (String term : c.content().at("/calibration/model").asString("").split("\\+")) {
      if (c.content().path("aux").path(term.trim()).isObject()) {
        return term.trim();
      }
    }
    throw new IllegalArgumentException("the model has no factor to post-stratify by");
  }
}
