package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.scores.IndexDefinition;
import cabildo.statistics.scores.IndexOfMeans;
import cabildo.statistics.scores.InstitutionGap;
import cabildo.statistics.scores.RespondentIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Composite indexes: suite `index`.
final class IndexCases {
  private IndexCases() {}

  static Answer evaluate(Case c) {
    return switch (c.type()) {
      case "indexOfMeans" -> ofMeans(c);
      case "gap" -> gap(c);
      default -> ofRespondents(c);
    };
  }

  private static IndexDefinition definition(JsonNode estimator) {
    double[] dims = Case.numbers(estimator.path("dims"));
    return new IndexDefinition(
        Arrays.stream(dims).mapToInt(d -> (int) d - 1).toArray(),
        Case.numbers(estimator.path("itemWeights")),
        Case.numbers(estimator.path("dimWeights")),
        estimator.path("minAnsweredShare").asDouble(0.5));
  }

  /// Item columns: `i` and digits when there are enough of them, else the last columns.
  private static double[][] scores(Table table, JsonNode estimator, double divisor) {
    int items = estimator.path("dims").size();
    List<String> names = table.names().stream().filter(n -> n.matches("i\\d+")).toList();
    if (names.size() != items) {
      names = table.names().subList(table.names().size() - items, table.names().size());
    }
    double[][] scores = new double[items][];
    for (int i = 0; i < items; i++) {
      scores[i] = Arrays.stream(table.numbers(names.get(i))).map(v -> v / divisor).toArray();
    }
    return scores;
  }

  private static double divisor(JsonNode estimator) {
    String scale = estimator.path("scale").asString("item/1");
    return Double.parseDouble(scale.substring(scale.indexOf('/') + 1));
  }

  private static boolean[] all(Table table) {
    return Where.rows(null, table);
  }

  private static Answer ofRespondents(Case c) {
    Table table = c.table();
    SurveyDesign design = c.design();
    RespondentIndex index = respondentIndex(table, c.estimator());
    Estimate mean = TaylorEstimator.mean(design, index.index(), all(table), c.level());
    double[] dimMeans = new double[index.dimensions().length];
    double[] dimSe = new double[dimMeans.length];
    for (int d = 0; d < dimMeans.length; d++) {
      Linearised one = Linearised.mean(design, index.dimensions()[d], all(table));
      dimMeans[d] = one.estimate();
      dimSe[d] = Math.sqrt(one.variance(design).variance());
    }
    List<@Nullable Object> domains = new ArrayList<>();
    for (JsonNode wanted : c.expected().path("domains")) {
      String by = wanted.propertyNames().iterator().next();
      boolean[] rows = Where.rows(by + "=='" + wanted.path(by).asString() + "'", table);
      Linearised one = Linearised.mean(design, index.index(), rows);
      domains.add(
          new Answer()
              .with(by, wanted.path(by).asString())
              .with("n", count(one.rows()))
              .with("estimate", one.estimate())
              .with("se", Math.sqrt(one.variance(design).variance())));
    }
    return new Answer()
        .with("nIndex", mean.n())
        .with("first10", Answer.list(Arrays.copyOf(index.index(), 10)))
        .with("mean", mean.estimate())
        .with("se", mean.se())
        .with("dimMeans", Answer.list(dimMeans))
        .with("dimSE", Answer.list(dimSe))
        .with("domains", domains);
  }

  private static int count(boolean[] rows) {
    int n = 0;
    for (boolean row : rows) {
      n += row ? 1 : 0;
    }
    return n;
  }

  private static RespondentIndex respondentIndex(Table table, JsonNode estimator) {
    return RespondentIndex.of(definition(estimator), scores(table, estimator, divisor(estimator)));
  }

  private static Answer ofMeans(Case c) {
    Table table = c.table();
    JsonNode scale =
        c.suite()
            .sibling(c.content(), "/estimator/type", "index")
            .map(other -> other.path("estimator"))
            .orElse(c.estimator());
    double divisor = divisor(c.estimator().has("scale") ? c.estimator() : scale);
    IndexOfMeans index =
        IndexOfMeans.of(
            c.design(),
            definition(c.estimator()),
            scores(table, c.estimator(), divisor),
            all(table));
    return new Answer()
        .with("itemMeans", Answer.list(index.itemMeans()))
        .with("linear", index.linear())
        .with("linearSe", index.linearSe())
        .with("geometric", index.geometric())
        .with("geometricSe", index.geometricSe());
  }

  private static Answer gap(Case c) {
    JsonNode base =
        c.suite()
            .sibling(c.content(), "/estimator/type", "index")
            .orElseThrow(() -> new IllegalArgumentException("no index case on the same data"));
    Case index = new Case(c.suite(), base);
    Table table = c.table();
    Estimate citizens =
        TaylorEstimator.mean(
            index.design(),
            respondentIndex(table, index.estimator()).index(),
            all(table),
            c.level());
    InstitutionGap gap =
        InstitutionGap.of(c.estimator().path("institutionScore").asDouble(), citizens, c.level());
    return new Answer()
        .with("gap", gap.gap())
        .with("se", gap.se())
        .with("ci", Answer.list(gap.interval()));
  }
}
