package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.planning.Allocation;
import cabildo.statistics.planning.ChangeDetection;
import cabildo.statistics.planning.CommonMargin;
import cabildo.statistics.planning.DesignEffectForecast;
import cabildo.statistics.planning.Invitations;
import cabildo.statistics.planning.SampleSize;
import cabildo.statistics.selection.ProportionalToSize;
import cabildo.statistics.selection.PublicDraw;
import cabildo.statistics.selection.UnequalProbabilityEstimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Plans and draws: suites `planning`, `selection`, `pps`.
final class PlanningCases {
  private PlanningCases() {}

  static Answer plan(Case c) {
    JsonNode in = c.input();
    if (in.has("measure")) {
      return allocation(c);
    } else if (in.has("strataFile")) {
      return commonMargin(c);
    } else if (in.has("power")) {
      return change(in);
    } else if (in.has("icc")) {
      return designEffect(in);
    } else if (in.has("assurance")) {
      int n = in.path("nNeeded").asInt();
      double rate = in.path("responseRate").asDouble();
      return new Answer()
          .with("invite", Invitations.assured(n, rate, in.path("assurance").asDouble()))
          .with("naive", Invitations.expected(n, rate));
    }
    return size(in);
  }

  private static Answer size(JsonNode in) {
    double population = in.path("N").asDouble(Double.POSITIVE_INFINITY);
    SampleSize size =
        new SampleSize(
            in.path("p").asDouble(0.5),
            population,
            in.path("deff").asDouble(1),
            in.path("level").asDouble(0.95));
    double margin = in.path("e").asDouble();
    long completes = size.completes(margin);
    double rate = in.path("responseRate").asDouble(1) * in.path("eligibility").asDouble(1);
    return new Answer()
        .with("n0", size.simple(margin))
        .with("n", size.exact(margin))
        .with("nCeil", completes)
        .with("invite", Math.min(population, (double) Invitations.expected(completes, rate)))
        .with("marginAtNCeil", size.margin((double) completes));
  }

  private static Answer designEffect(JsonNode in) {
    DesignEffectForecast forecast =
        new DesignEffectForecast(
            in.path("cvWeightsSq").asDouble(),
            in.path("meanTake").asDouble(),
            in.path("icc").asDouble());
    return new Answer()
        .with("deffWeights", forecast.ofWeights())
        .with("deffClusters", forecast.ofClusters())
        .with("deff", forecast.total())
        .with(
            "optTake",
            DesignEffectForecast.cheapestTake(
                in.path("c1").asDouble(), in.path("c2").asDouble(), in.path("icc").asDouble()));
  }

  private static Answer change(JsonNode in) {
    ChangeDetection change =
        new ChangeDetection(
            in.path("p1").asDouble(),
            in.path("p2").asDouble(),
            in.path("alpha").asDouble(0.05),
            in.path("power").asDouble(0.8),
            in.path("overlap").asDouble(0),
            in.path("corr").asDouble(0),
            in.path("deff").asDouble(1));
    return new Answer().with("n", change.exact()).with("nCeil", change.completes());
  }

  private static Answer allocation(Case c) {
    JsonNode in = c.input();
    Table strata = c.file("/input/strataFile");
    double[] population = strata.numbers("N");
    long[] upper =
        in.path("upper").isArray() ? whole(Case.numbers(in.path("upper"))) : whole(population);
    Allocation allocation =
        new Allocation(
            Case.numbers(in.path("measure")), whole(Case.numbers(in.path("lower"))), upper);
    long n = in.path("n").asLong();
    if (!allocation.isFeasible(n)) {
      return new Answer()
          .with("status", cabildo.statistics.Status.INFEASIBLE.name())
          .with("sumLower", allocation.least());
    }
    long[] whole = allocation.whole(n);
    double[] continuous = allocation.continuous((double) n);
    double all = Arrays.stream(population).sum();
    double variance = 0;
    for (int h = 0; h < whole.length; h++) {
      double spread = population[h] / all * strata.numbers("S")[h];
      variance += spread * spread * (1.0 / whole[h] - 1 / population[h]);
    }
    return new Answer()
        .with("status", cabildo.statistics.Status.OK.name())
        .with("integer", Answer.list(Arrays.stream(whole).asDoubleStream().toArray()))
        .with("continuous", Answer.list(continuous))
        .with(
            "objectiveInteger",
            allocation.objective(Arrays.stream(whole).asDoubleStream().toArray()))
        .with("objectiveContinuous", allocation.objective(continuous))
        .with("varMeanNeymanScale", variance);
  }

  private static long[] whole(double[] values) {
    return Arrays.stream(values).mapToLong(Math::round).toArray();
  }

  private static Answer commonMargin(Case c) {
    JsonNode in = c.input();
    List<SampleSize> domains = new ArrayList<>();
    for (double population : c.file("/input/strataFile").numbers("N")) {
      domains.add(
          new SampleSize(
              in.path("p").asDouble(0.5),
              population,
              in.path("deff").asDouble(1),
              in.path("level").asDouble(0.95)));
    }
    return new Answer().with("margin", CommonMargin.of(domains, in.path("n").asDouble()));
  }

  static Answer select(Case c) {
    JsonNode in = c.input();
    if (in.has("ids")) {
      List<String> ids = Case.texts(in.path("ids"));
      String seed = in.path("seed").asString();
      return new Answer()
          .with("hash16", ids.stream().map(id -> PublicDraw.number(seed, id)).toList())
          .with("selected", PublicDraw.draw(seed, ids, in.path("n").asInt()));
    }
    Table frame = c.file("/input/file");
    double[] units = frame.numbers("unit");
    ProportionalToSize draw = ProportionalToSize.of(frame.numbers("size"), in.path("n").asInt());
    Answer answer =
        new Answer()
            .with("pik", Answer.list(draw.probabilities()))
            .with("certainty", draw.certainties().stream().map(k -> (Object) units[k]).toList());
    if (in.has("start")) {
      List<@Nullable Object> selected = new ArrayList<>();
      List<@Nullable Object> weights = new ArrayList<>();
      for (int k : draw.systematic(in.path("start").asDouble())) {
        selected.add(units[k]);
        weights.add(draw.weight(k));
      }
      answer.with("selected", selected).with("weights", weights);
    }
    return answer;
  }

  static Answer unequalProbabilities(Case c) {
    JsonNode design = c.content().path("design");
    var variance =
        "brewer".equals(design.path("pps").asString("wr"))
            ? UnequalProbabilityEstimate.Variance.BREWER
            : UnequalProbabilityEstimate.Variance.WITH_REPLACEMENT;
    double[] pi = c.table().numbers(design.path("probability").asString());
    var estimate = UnequalProbabilityEstimate.of(c.y(), pi, variance);
    return new Answer()
        .with("status", estimate.status().name())
        .with("total", estimate.total())
        .with("seTotal", estimate.seTotal())
        .with("mean", estimate.mean())
        .with("seMean", estimate.seMean());
  }
}
