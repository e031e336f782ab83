package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LonelyPsu;
import cabildo.statistics.design.SurveyDesign;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One case with its suite, and the readings that evaluators share.
record Case(Suite suite, JsonNode content) {

  String id() {
    return content.path("id").asString("?");
  }

  JsonNode estimator() {
    return content.path("estimator");
  }

  JsonNode input() {
    return content.path("input");
  }

  JsonNode expected() {
    return content.path("expected");
  }

  String type() {
    return estimator().path("type").asString("");
  }

  double level() {
    return estimator().path("level").asDouble(0.95);
  }

  Table table() {
    return suite.data().table(content.path("dataset").asString(""));
  }

  Table file(String field) {
    return suite.data().table(content.at(field).asString(""));
  }

  SurveyDesign design() {
    return Designs.of(table(), spec());
  }

  DesignSpec spec() {
    JsonNode design = content.path("design");
    return new DesignSpec(
        texts(design.path("ids")),
        text(design.path("strata")),
        text(design.path("weights")),
        texts(design.path("fpc")),
        LonelyPsu.valueOf(design.path("lonelyPsu").asString("adjust").toUpperCase(Locale.ROOT)),
        design.path("adjustDomainLonely").asBoolean(false));
  }

  boolean[] domain() {
    return domain(table());
  }

  boolean[] domain(Table table) {
    return Where.rows(text(estimator().path("where")), table);
  }

  double[] y() {
    return table().numbers(estimator().path("y").asString());
  }

  static @Nullable String text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node.asString();
  }

  static List<String> texts(JsonNode array) {
    List<String> out = new ArrayList<>();
    if (array.isString()) {
      out.add(array.asString());
    }
    array.forEach(node -> {
      if (!node.isNull()) {
        out.add(node.asString());
      }
    });
    return out;
  }

  static double[] numbers(JsonNode array) {
    double[] out = new double[array.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
    }
    return out;
  }

  static double[][] matrix(JsonNode array) {
    double[][] out = new double[array.size()][];
    for (int i = 0; i < out.length; i++) {
      out[i] = numbers(array.get(i));
    }
    return out;
  }

  static Map<String, Double> counts(JsonNode object) {
    Map<String, Double> out = new LinkedHashMap<>();
    object.properties().forEach(p -> out.put(p.getKey(), p.getValue().asDouble()));
    return out;
  }

  /// Columns of a file whose names start with a prefix followed by a number, as replicate weights.
  static double[][] columns(Table table) {
    double[][] out = new double[table.names().size()][];
    for (int j = 0; j < out.length; j++) {
      out[j] = table.numbers(table.names().get(j));
    }
    return out;
  }
}
