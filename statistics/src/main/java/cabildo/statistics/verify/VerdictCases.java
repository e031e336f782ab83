package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import cabildo.statistics.labels.PrecisionLabels;
import cabildo.statistics.verdict.DecisionPolicy;
import cabildo.statistics.verdict.Evidence;
import cabildo.statistics.verdict.Verdict;
import cabildo.statistics.volunteers.CoverageBounds;
import cabildo.statistics.volunteers.DataDefect;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Labels, verdicts and volunteers: suites `labels`, `decision`, `nonprob`.
final class VerdictCases {
  private VerdictCases() {}

  static Answer labels(Case c) {
    JsonNode in = c.input();
    double se = in.path("se").asDouble();
    PrecisionLabels labels =
        PrecisionLabels.of(
            new Proportion(
                in.path("p").asDouble(),
                se * se,
                in.path("n").asInt(),
                in.path("df").asDouble(),
                in.path("level").asDouble(0.95)));
    return new Answer()
        .with("cvPct", labels.cvPercent())
        .with("inegi", labels.inegi().word())
        .with(
            "statcanLegacy",
            labels.statisticsCanada() == null ? null : labels.statisticsCanada().word())
        .with("ineChile", labels.ineChile() == null ? null : labels.ineChile().word())
        .with("ineChileThreshold", labels.ineChileThreshold())
        .with("nchsCi", Answer.list(labels.nchsInterval()))
        .with("nchsNeff", labels.nchsEffectiveN())
        .with("nchs", labels.nchs().word());
  }

  static DecisionPolicy policy(JsonNode parameters) {
    DecisionPolicy d = DecisionPolicy.DEFAULT;
    Map<Evidence.DomainLevel, Double> margins = new EnumMap<>(d.margins());
    parameters
        .path("margin")
        .properties()
        .forEach(m -> margins.put(level(m.getKey()), m.getValue().asDouble()));
    return new DecisionPolicy(
        parameters.path("version").asString(d.version()),
        parameters.path("level").asDouble(d.level()),
        margins,
        parameters.path("minN").asInt(d.minN()),
        parameters.path("minNeffPublish").asDouble(d.minEffectiveN()),
        parameters.path("minNconclusive").asInt(d.conclusiveN()),
        parameters.path("minNeffConclusive").asDouble(d.conclusiveEffectiveN()),
        parameters.path("minDf").asDouble(d.minDf()),
        parameters.path("minStratumCoverage").asDouble(d.minStratumCoverage()),
        parameters.path("minFrameCoverage").asDouble(d.minFrameCoverage()),
        parameters.path("maxWidthPublish").asDouble(d.maxWidth()),
        parameters.path("indicativeFactor").asDouble(d.indicativeFactor()),
        parameters.path("minResponseRate").asDouble(d.minResponseRate()),
        parameters.path("minRIndicator").asDouble(d.minRIndicator()),
        parameters.path("maxStdDiff").asDouble(d.maxStdDiff()),
        parameters.path("minCell").asInt(d.minCell()));
  }

  private static Evidence.DomainLevel level(String name) {
    return Evidence.DomainLevel.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static @Nullable Double number(JsonNode node) {
    return node.isNumber() ? (Double) node.asDouble() : null;
  }

  static Answer decision(Case c) {
    JsonNode in = c.input();
    JsonNode parameters =
        c.content().has("parameters")
            ? c.content().path("parameters")
            : c.suite().content().path("parameters");
    Verdict verdict =
        policy(parameters)
            .judge(
                new Evidence(
                    Evidence.SampleKind.valueOf(in.path("kind").asString("PROBABILITY")),
                    in.path("planFrozen").asBoolean(false),
                    in.path("knownProbabilities").asBoolean(false),
                    level(in.path("levelOfDomain").asString("municipality")),
                    number(in.path("p")),
                    number(in.path("se")),
                    in.path("n").asInt(),
                    in.path("df").asDouble(0),
                    number(in.path("frameCoverage")),
                    number(in.path("stratumCoverage")),
                    number(in.path("responseRate")),
                    number(in.path("rIndicator")),
                    number(in.path("maxStdDiff"))));
    return new Answer()
        .with("verdict", verdict.outcome().name())
        .with("reasons", verdict.reasons().stream().map(Enum::name).toList())
        .with("ciLow", verdict.interval().low())
        .with("ciHigh", verdict.interval().high())
        .with("nEff", verdict.effectiveN())
        .with("halfWidth", verdict.halfWidth());
  }

  static Answer volunteers(Case c) {
    JsonNode in = c.input();
    if (in.has("cells")) {
      return SmallAreaCases.multilevel(c);
    }
    if (in.has("file")) {
      return coverage(c);
    }
    if (in.has("assumedRho")) {
      DataDefect defect =
          new DataDefect(
              in.path("n").asDouble() / in.path("N").asDouble(),
              in.path("assumedRho").asDouble(),
              0.5);
      return new Answer()
          .with("nEff", defect.effectiveN())
          .with("maxBiasForP50", Math.abs(defect.error()));
    }
    DataDefect defect =
        DataDefect.known(
            in.path("N").asLong(),
            in.path("n").asLong(),
            in.path("sumYresp").asLong(),
            in.path("sumYpop").asLong());
    double error =
        in.path("sumYresp").asDouble() / in.path("n").asDouble()
            - in.path("sumYpop").asDouble() / in.path("N").asDouble();
    return new Answer()
        .with("f", defect.share())
        .with("error", error)
        .with("rho", defect.correlation())
        .with("dataQuantity", defect.dataQuantity())
        .with("sigma", defect.sd())
        .with("identity", defect.error())
        .with("nEffMeng", defect.effectiveN());
  }

  private static Answer coverage(Case c) {
    Table table = c.file("/input/file");
    CoverageBounds bounds = CoverageBounds.of(table.numbers("N"), table.numbers("estimate"));
    boolean covered = bounds.coveredShare() >= DecisionPolicy.DEFAULT.minStratumCoverage();
    return new Answer()
        .with("coveredPopulationShare", bounds.coveredShare())
        .with("coveredMean", bounds.coveredMean())
        .with("lower", bounds.bounds().low())
        .with("upper", bounds.bounds().high())
        .with("width", bounds.bounds().width())
        .with(
            "verdict",
            covered ? Verdict.Outcome.CONCLUSIVE.name() : Verdict.Outcome.NOT_CONCLUSIVE.name());
  }
}
