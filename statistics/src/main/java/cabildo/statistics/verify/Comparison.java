package cabildo.statistics.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Compares an answer with a case's expectation, field by field.
///
/// Numbers agree when |a-b| ≤ max(tol.abs, tol.rel |b|). Absence (`null`) must be met by absence.
/// Where the expected status is not `OK`, a standard error that is absent is not compared.
final class Comparison {
  private static final Set<String> INFORMATIVE = Set.of("note", "dfRank", "r", "ciMethod");
  private static final double DEFAULT_RELATIVE = 1e-9;
  private static final double DEFAULT_ABSOLUTE = 1e-12;

  private final JsonNode tolerances;
  private double defaultRelative = DEFAULT_RELATIVE;
  private final List<Difference> differences = new ArrayList<>();

  private Comparison(JsonNode tolerances) {
    this.tolerances = tolerances;
  }

  /// A field that differs.
  record Difference(String field, String expected, String got, String tolerance) {}

  /// All differences between what a case expects and what was got.
  static List<Difference> of(JsonNode reference, Answer answer) {
    Comparison comparison = new Comparison(reference.path("tol"));
    if ("monteCarlo".equals(comparison.tolerances.path("kind").asString(""))) {
      comparison.simulated(reference.path("expected"), answer);
    } else {
      comparison.compare("", reference.path("expected"), answer);
    }
    return comparison.differences;
  }

  /// |mse - ref| ≤ sigmas √(ref.mcSe² + own.mcSe²) for every element.
  private void simulated(JsonNode expected, Answer answer) {
    double sigmas = tolerances.path("sigmas").asDouble(4);
    JsonNode values = expected.path("mse");
    JsonNode errors = expected.path("monteCarloSe");
    if (!(answer.fields().get("mse") instanceof List<?> got)
        || !(answer.fields().get("monteCarloSe") instanceof List<?> own)
        || got.size() != values.size()) {
      differ("mse", values.size() + " simulated values", answer.fields().get("mse"), "");
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      double ownError = own.get(i) instanceof Number n ? n.doubleValue() : Double.NaN;
      double value = got.get(i) instanceof Number n ? n.doubleValue() : Double.NaN;
      double allowed = sigmas * Math.hypot(errors.get(i).asDouble(), ownError);
      if (!(Math.abs(value - values.get(i).asDouble()) <= allowed)) {
        differ("mse[" + i + "]", values.get(i).toString(), value, Double.toString(allowed));
      }
    }
  }

  /// Differences from values as they were printed, at a relative tolerance.
  static List<Difference> ofPrinted(JsonNode printed, Answer answer, double relative) {
    Comparison comparison = new Comparison(tools.jackson.databind.node.MissingNode.getInstance());
    comparison.defaultRelative = relative;
    comparison.compare("", printed, answer);
    return comparison.differences;
  }

  /// The same with weights that stand in a file beside the case.
  static List<Difference> of(JsonNode reference, Answer answer, double[] weights) {
    Comparison comparison = new Comparison(reference.path("tol"));
    comparison.compare("", reference.path("expected"), answer);
    if (!(answer.fields().get("weights") instanceof List<?> got) || got.size() != weights.length) {
      comparison.differ("weights", weights.length + " weights", answer.fields().get("weights"), "");
      return comparison.differences;
    }
    for (int k = 0; k < weights.length; k++) {
      comparison.number("weights[" + k + "]", weights[k], got.get(k));
    }
    return comparison.differences;
  }

  private void compare(String field, JsonNode expected, @Nullable Object got) {
    if (expected.isObject()) {
      fields(field, expected, got);
    } else if (expected.isArray()) {
      elements(field, expected, got);
    } else if (expected.isNumber()) {
      number(field, expected.asDouble(), got);
    } else if (expected.isNull()) {
      if (!isAbsent(got)) {
        differ(field, "null", got, "");
      }
    } else if (expected.isString() && "Infinity".equals(expected.asString())) {
      number(field, Double.POSITIVE_INFINITY, got);
    } else if (!expected.asString().equals(String.valueOf(got))) {
      differ(field, expected.asString(), got, "equal");
    }
  }

  private void fields(String field, JsonNode expected, @Nullable Object got) {
    if (!(got instanceof Answer answer)) {
      differ(field, "an object", got, "");
      return;
    }
    boolean statusOnly =
        expected.has("status") && !"OK".equals(expected.path("status").asString(""));
    for (var property : expected.properties()) {
      String name = property.getKey();
      String path = field.isEmpty() ? name : field + "." + name;
      if (INFORMATIVE.contains(name)) {
        continue;
      }
      if (!answer.fields().containsKey(name)) {
        differ(path, property.getValue().toString(), "(not computed)", "");
      } else if (!(statusOnly && "se".equals(name) && answer.fields().get(name) == null)) {
        compare(path, property.getValue(), answer.fields().get(name));
      }
    }
  }

  private void elements(String field, JsonNode expected, @Nullable Object got) {
    if (!(got instanceof List<?> list) || list.size() != expected.size()) {
      String size = got instanceof List<?> other ? other.size() + " elements" : String.valueOf(got);
      differ(field, expected.size() + " elements", size, "");
      return;
    }
    for (int i = 0; i < expected.size(); i++) {
      compare(field + "[" + i + "]", expected.get(i), list.get(i));
    }
  }

  private void number(String field, double expected, @Nullable Object got) {
    double relative = tolerances.path("rel").asDouble(defaultRelative);
    double absolute = tolerances.path("abs").asDouble(DEFAULT_ABSOLUTE);
    if (field.contains("lincom") && tolerances.has("lincomRel")) {
      relative = tolerances.path("lincomRel").asDouble();
    }
    if (field.endsWith("logLik") && tolerances.has("logLikAbs")) {
      relative = 0;
      absolute = tolerances.path("logLikAbs").asDouble();
    }
    if (field.startsWith("weights[") && tolerances.has("weightsRel")) {
      relative = tolerances.path("weightsRel").asDouble();
    }
    double allowed = Math.max(absolute, relative * Math.abs(expected));
    if (!(got instanceof Number value)) {
      differ(field, Double.toString(expected), got, Double.toString(allowed));
      return;
    }
    double a = value.doubleValue();
    boolean agrees = a == expected || Math.abs(a - expected) <= allowed;
    if (!agrees) {
      differ(field, Double.toString(expected), got, Double.toString(allowed));
    }
  }

  private static boolean isAbsent(@Nullable Object got) {
    return got == null || (got instanceof Double value && value.isNaN());
  }

  private void differ(String field, String expected, @Nullable Object got, String tolerance) {
    String seen =
        got instanceof Answer answer ? String.valueOf(answer.fields()) : String.valueOf(got);
    differences.add(new Difference(field, clip(expected), clip(seen), tolerance));
  }

  private static String clip(String text) {
    return text.length() > 60 ? text.substring(0, 57) + "..." : text;
  }
}
