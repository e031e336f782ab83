package cabildo.statistics.verify;

import cabildo.statistics.data.Where;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.TaylorEstimator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Values printed in books and manuals: suite `published`.
///
/// Its cases give no design: the design of another case of the folder on the same data is used.
/// Printed values are compared to half a unit of their fourth significant digit. A case whose data
/// are not in the folder cannot be checked.
final class PublishedCases {
  private static final Pattern STATISTIC =
      Pattern.compile("(GREG |poststrat )?(mean|total|ratio) (\\w+)(?:/(\\w+))?");
  private static final double PRINTED = 5e-4;

  private PublishedCases() {}

  /// Whether the data of a case are in the folder.
  static boolean isCheckable(Case c) {
    return c.suite().data().has(c.content().path("dataset").asString(""));
  }

  static Answer evaluate(Case c) throws IOException {
    Answer answer = new Answer();
    Estimate last = null;
    for (var property : c.content().path("published").properties()) {
      Matcher statistic = STATISTIC.matcher(property.getKey());
      if (statistic.matches()) {
        last = estimate(c, statistic);
        answer.with(property.getKey(), last.estimate());
      } else if (last != null && property.getKey().startsWith("se")) {
        boolean otherMethod = property.getKey().contains("BRR");
        answer.with(
            property.getKey(), otherMethod ? (Object) property.getValue().asDouble() : last.se());
      }
    }
    return answer;
  }

  /// The expectation of a published case in the shape that other suites have.
  static JsonNode expectation(Case c) {
    return c.content().path("published");
  }

  static double tolerance() {
    return PRINTED;
  }

  private static Estimate estimate(Case c, Matcher statistic) throws IOException {
    Case base = withDesign(c, Optional.ofNullable(statistic.group(1)).map(String::trim));
    SurveyDesign plain = Designs.of(c.table(), base.spec());
    SurveyDesign design =
        statistic.group(1) == null
            ? plain
            : CalibrationCases.calibration(base, plain.weights()).applyTo(plain);
    double[] y = c.table().numbers(statistic.group(3));
    boolean[] all = Where.rows(null, c.table());
    return switch (statistic.group(2)) {
      case "mean" -> TaylorEstimator.mean(design, y, all, 0.95);
      case "total" -> TaylorEstimator.total(design, y, all, 0.95);
      default -> TaylorEstimator.ratio(design, y, c.table().numbers(statistic.group(4)), all, 0.95);
    };
  }

  private static Case withDesign(Case c, Optional<String> calibration) throws IOException {
    String method = calibration.map(m -> m.equals("GREG") ? "linear" : "poststratify").orElse("");
    List<Suite> suites = Suite.in(c.suite().data().folder());
    for (Suite suite : suites) {
      for (JsonNode other : suite.cases()) {
        boolean sameData = other.path("dataset").equals(c.content().path("dataset"));
        boolean sameMethod =
            method.isEmpty()
                || (other.at("/calibration/method").asString("").equals(method)
                    && !other.path("calibration").has("bounds"));
        if (sameData && other.path("design").has("ids") && sameMethod) {
          return new Case(suite, other);
        }
      }
    }
    throw new IllegalArgumentException("no case of the folder gives a design for " + c.id());
  }
}
