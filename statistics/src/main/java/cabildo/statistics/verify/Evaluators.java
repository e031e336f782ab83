package cabildo.statistics.verify;

import java.io.IOException;
import java.util.Optional;

/// Which evaluation a suite's name asks for.
final class Evaluators {
  private Evaluators() {}

  /// The answer to a case, or nothing when the suite's kind is unknown.
  static Optional<Answer> evaluate(Case c) throws IOException {
    return Optional.ofNullable(
        switch (c.suite().name()) {
          case "taylor" -> EstimateCases.taylor(c);
          case "lonely" -> EstimateCases.lonely(c);
          case "edges" -> EstimateCases.edge(c);
          case "ciprop" -> IntervalCases.proportion(c);
          case "ciprop-direct" -> IntervalCases.direct(c);
          case "quantile" -> IntervalCases.quantile(c);
          case "replicate" -> ReplicateCases.replicate(c);
          case "calibration" -> CalibrationCases.calibrate(c);
          case "nonresponse" -> NonresponseCases.evaluate(c);
          case "tests" -> ComparisonCases.test(c);
          case "twoperiod" -> ComparisonCases.change(c);
          case "ranks" -> ComparisonCases.ranks(c);
          case "index" -> IndexCases.evaluate(c);
          case "reliability" -> ReliabilityCases.evaluate(c);
          case "labels" -> VerdictCases.labels(c);
          case "decision" -> VerdictCases.decision(c);
          case "nonprob" -> VerdictCases.volunteers(c);
          case "planning" -> PlanningCases.plan(c);
          case "selection" -> PlanningCases.select(c);
          case "pps" -> PlanningCases.unequalProbabilities(c);
          case "disclosure" -> DisclosureCases.evaluate(c);

          case "smallarea" -> SmallAreaCases.evaluate(c);
          case "published" -> PublishedCases.evaluate(c);
          default -> null;
        });
  }
}
