package cabildo.statistics.verify;

import java.util.Optional;

/// Which evaluation a suite's name asks for.
final class Evaluators {
  private Evaluators() {}

  /// The answer to a case, or nothing when the suite's kind is unknown.
  static Optional<Answer> evaluate(Case c) {
    return Optional.ofNullable(
        switch (c.suite().name()) {
          case "taylor" -> EstimateCases.taylor(c);
          case "lonely" -> EstimateCases.lonely(c);
          case "edges" -> EstimateCases.edge(c);
          case "ciprop" -> IntervalCases.proportion(c);
          case "ciprop-direct" -> IntervalCases.direct(c);
          case "quantile" -> IntervalCases.quantile(c);
          default -> null;
        });
  }
}
