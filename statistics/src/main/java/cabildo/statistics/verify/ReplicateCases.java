package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.data.TableException;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.QuantileRule;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.replicate.ReplicateVariance;
import cabildo.statistics.replicate.ReplicateVariance.Centre;
import cabildo.statistics.replicate.ReplicateWeights;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Replicate variances: suite `replicate`.
final class ReplicateCases {
  private ReplicateCases() {}

  static Answer replicate(Case c) {
    if (c.content().has("countsFile")) {
      return raoWuYue(c);
    }
    JsonNode replication = c.content().path("replication");
    SurveyDesign design = c.design();
    if (replication.isMissingNode()) {
      return EstimateCases.taylor(c);
    }
    ReplicateWeights weights = weights(c, design, replication);
    ReplicateVariance variance =
        ReplicateVariance.of(design.weights(), weights, statistic(c, design), centre(replication));
    return new Answer().with("estimate", variance.estimate()).with("se", variance.se());
  }

  static Centre centre(JsonNode replication) {
    return replication.path("mse").asBoolean(true) ? Centre.FULL_SAMPLE : Centre.REPLICATE_MEAN;
  }

  private static ReplicateWeights weights(Case c, SurveyDesign design, JsonNode replication) {
    String file = Case.text(replication.path("weightsFile"));
    if (file != null) {
      double[][] given = Case.columns(c.suite().data().table(file));
      double scale = replication.path("scale").asDouble(1.0 / given.length);
      JsonNode rscales = replication.path("rscales");
      return rscales.isArray()
          ? new ReplicateWeights(given, scale, Case.numbers(rscales))
          : ReplicateWeights.of(given, scale);
    }
    return switch (replication.path("type").asString("JKn")) {
      case "JK1" -> ReplicateWeights.jackknifeUnstratified(design);
      case "BRR", "Fay" -> ReplicateWeights.balanced(design, replication.path("rho").asDouble(0));
      default -> ReplicateWeights.jackknife(design);
    };
  }

  private static ToDoubleFunction<double[]> statistic(Case c, SurveyDesign design) {
    Table table = c.table();
    boolean[] domain = c.domain();
    if (c.type().startsWith("median")) {
      double[] y = c.y();
      return weights -> {
        double[] inside = weights.clone();
        for (int k = 0; k < inside.length; k++) {
          inside[k] = domain[k] ? inside[k] : 0;
        }
        return QuantileRule.MATH.of(y, inside, 0.5);
      };
    }
    return weights ->
        EstimateCases.linearised(design.withWeights(weights), table, c.estimator(), domain)
            .estimate();
  }

  private static Answer raoWuYue(Case c) {
    SurveyDesign design = c.design();
    String variant = c.content().path("variant").asString("");
    Table table = c.table();
    Map<String, Integer> psuCodes = new HashMap<>();
    List<@Nullable String> strata = table.text(String.valueOf(c.spec().strata()));
    List<@Nullable String> psus = table.text(c.spec().ids().getFirst());
    for (int k = 0; k < design.rows(); k++) {
      psuCodes.put(strata.get(k) + "|" + psus.get(k), design.psu(k));
    }
    int[][] counts = counts(c.file("/countsFile"), variant.replace(',', ';'), psuCodes, design);
    int[] draws = new int[design.strata()];
    for (int psu = 0; psu < design.psus(); psu++) {
      draws[design.stratumOfPsu(psu)] += counts[0][psu];
    }
    ReplicateWeights weights =
        ReplicateWeights.raoWuYue(design, counts, draws, !variant.contains("nofpc"));
    ReplicateVariance variance =
        ReplicateVariance.of(design.weights(), weights, statistic(c, design), Centre.FULL_SAMPLE);
    double[] first = new double[counts.length];
    double[] last = new double[counts.length];
    for (int r = 0; r < counts.length; r++) {
      first[r] = weights.weights()[r][0];
      last[r] = weights.weights()[r][design.rows() - 1];
    }
    return new Answer()
        .with("theta0", TaylorEstimator.mean(design, c.y(), c.domain(), 0.95).estimate())
        .with("replicates", Answer.list(variance.replicates()))
        .with("varMse", variance.variance())
        .with("firstRowWeights", Answer.list(first))
        .with("lastRowWeights", Answer.list(last));
  }

  private static int[][] counts(
      Table file, String variant, Map<String, Integer> psuCodes, SurveyDesign design) {
    double[] replicate = file.numbers("r");
    double[] times = file.numbers("t");
    int replicates = 0;
    for (int i = 0; i < file.rows(); i++) {
      if (variant.equals(file.text("variant").get(i))) {
        replicates = Math.max(replicates, (int) replicate[i]);
      }
    }
    int[][] counts = new int[replicates][design.psus()];
    for (int i = 0; i < file.rows(); i++) {
      if (variant.equals(file.text("variant").get(i))) {
        String key = file.text("stratum").get(i) + "|" + file.text("psu").get(i);
        Integer psu = psuCodes.get(key);
        if (psu == null) {
          TableException unknown = file.refuse(i, "psu", "no row of the data has the unit " + key);
          throw unknown;
        }
        counts[(int) replicate[i] - 1][psu] = (int) times[i];
      }
    }
    return counts;
  }
}
