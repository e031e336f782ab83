package cabildo.statistics.verify;

import cabildo.statistics.comparison.FTest;
import cabildo.statistics.comparison.GroupMeans;
import cabildo.statistics.comparison.JointRanks;
import cabildo.statistics.comparison.MultipleComparisons;
import cabildo.statistics.comparison.PeriodChange;
import cabildo.statistics.comparison.RaoScottTest;
import cabildo.statistics.comparison.Waves;
import cabildo.statistics.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Tests, change and ranks: suites `tests`, `twoperiod`, `ranks`.
final class ComparisonCases {
  private ComparisonCases() {}

  static Answer test(Case c) {
    return switch (c.type()) {
      case "chisq" -> independence(c);
      case "ttest" -> twoGroups(c);
      default -> equalMeans(c);
    };
  }

  private static int[] codes(Table table, String column, List<String> levels) {
    int[] codes = new int[table.rows()];
    for (int k = 0; k < codes.length; k++) {
      String cell = table.text(column).get(k);
      codes[k] = cell == null ? -1 : levels.indexOf(cell);
    }
    return codes;
  }

  private static Answer independence(Case c) {
    Table table = c.table();
    String row = c.estimator().path("row").asString();
    String column = c.estimator().path("col").asString();
    List<String> rows = table.levels(row);
    List<String> columns = table.levels(column);
    RaoScottTest test =
        RaoScottTest.of(
            c.design(),
            codes(table, row, rows),
            rows.size(),
            codes(table, column, columns),
            columns.size(),
            c.domain());
    Answer forms =
        new Answer()
            .with("F", answer(test.secondOrder()))
            .with("Chisq", answer(test.firstOrder()).with("statistic", test.pearson()))
            .with("Wald", answer(test.wald()))
            .with("adjWald", answer(test.adjustedWald()))
            .with(
                "lincom",
                new Answer()
                    .with("statistic", test.pearson())
                    .with("ndf", null)
                    .with("ddf", null)
                    .with("p", test.saddlepointP()));
    return new Answer()
        .with("tableProportions", Answer.list(test.proportions()))
        .with("pearsonScaled", forms)
        .with("designDf", c.design().degreesOfFreedom());
  }

  private static Answer answer(FTest test) {
    return new Answer()
        .with("statistic", test.statistic())
        .with("ndf", test.numeratorDf())
        .with("ddf", test.denominatorDf())
        .with("p", test.p());
  }

  private static GroupMeans means(Case c, List<String> levels) {
    String group = c.estimator().path("group").asString();
    return GroupMeans.of(
        c.design(), c.y(), codes(c.table(), group, levels), levels.size(), c.domain());
  }

  private static Answer twoGroups(Case c) {
    List<String> levels = c.table().levels(c.estimator().path("group").asString());
    GroupMeans means = means(c, levels);
    GroupMeans.Contrast contrast = means.asRegression(0, 1);
    return contrast(contrast)
        .with("groupMeans", Answer.list(means.means()))
        .with("groupVcov", Answer.list(means.covariance()));
  }

  private static Answer contrast(GroupMeans.@Nullable Contrast contrast) {
    return contrast == null
        ? new Answer()
        : new Answer()
            .with("diff", contrast.difference())
            .with("se", contrast.se())
            .with("t", contrast.t())
            .with("df", contrast.df())
            .with("p", contrast.p());
  }

  private static Answer equalMeans(Case c) {
    List<String> levels = c.table().levels(c.estimator().path("group").asString());
    GroupMeans means = means(c, levels);
    FTest equality = means.equality();
    List<@Nullable Object> pairs = new ArrayList<>();
    double[] p = means.pairs().stream().mapToDouble(GroupMeans.Contrast::p).toArray();
    int next = 0;
    for (int a = 0; a < levels.size(); a++) {
      for (int b = a + 1; b < levels.size(); b++) {
        pairs.add(
            contrast(means.pairs().get(next++)).with("a", levels.get(a)).with("b", levels.get(b)));
      }
    }
    return new Answer()
        .with("levels", levels)
        .with("means", Answer.list(means.means()))
        .with("vcov", Answer.list(means.covariance()))
        .with("wald", means.wald())
        .with("F", equality.statistic())
        .with("ndf", equality.numeratorDf())
        .with("ddf", equality.denominatorDf())
        .with("p", equality.p())
        .with("pairs", pairs)
        .with("pHolm", Answer.list(MultipleComparisons.holm(p)))
        .with("pBH", Answer.list(MultipleComparisons.benjaminiHochberg(p)));
  }

  static Answer change(Case c) {
    JsonNode datasets = c.content().path("dataset");
    Table first = c.suite().data().table(datasets.path(0).asString());
    Table second = c.suite().data().table(datasets.path(1).asString());
    PeriodChange change =
        new Waves(first, second, c.spec())
            .meanChange(c.estimator().path("y").asString(), c.domain(first), c.domain(second));
    PeriodChange.Stacked stacked = change.stacked();
    double se = cabildo.statistics.Numbers.orNaN(stacked.se());
    return new Answer()
        .with("mean1", change.mean1())
        .with("se1", change.se1())
        .with("mean2", change.mean2())
        .with("se2", change.se2())
        .with("diff", change.difference())
        .with("seOverlap", stacked.se())
        .with("cov", stacked.covariance())
        .with("corr", stacked.correlation())
        .with("seIndependent", change.seIndependent())
        .with("dfStacked", stacked.dfDesign())
        .with("var1Stacked", stacked.variance1())
        .with("var2Stacked", stacked.variance2())
        .with("t", change.difference() / se)
        .with("covDirect", change.covarianceDirect())
        .with("seOverlapDirect", change.seOverlapDirect())
        .with("p", change.p(se));
  }

  static Answer ranks(Case c) {
    JsonNode in = c.input();
    JointRanks.Method method =
        JointRanks.Method.valueOf(
            in.path("method").asString("bonferroni").toUpperCase(Locale.ROOT));
    double[] estimate = Case.numbers(in.path("estimate"));
    boolean lowestFirst = in.path("order").asString("").contains("1 = lowest");
    JointRanks ranks =
        JointRanks.of(
            lowestFirst ? Arrays.stream(estimate).map(x -> -x).toArray() : estimate,
            Case.numbers(in.path("se")),
            in.path("level").asDouble(0.95),
            method);
    return new Answer()
        .with("z", ranks.z())
        .with("rankLow", Answer.list(ranks.best()))
        .with("rankHigh", Answer.list(ranks.worst()));
  }
}
