package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.smallarea.ArcsineScale;
import cabildo.statistics.smallarea.AreaDiagnostics;
import cabildo.statistics.smallarea.Benchmark;
import cabildo.statistics.smallarea.BootstrapMse;
import cabildo.statistics.smallarea.FayHerriot;
import cabildo.statistics.smallarea.FayHerriotFit;
import cabildo.statistics.volunteers.MultilevelModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Small areas: suite `smallarea`, and the multilevel model of `nonprob`.
final class SmallAreaCases {
  private static final long SEED = 20250101;

  private SmallAreaCases() {}

  static Answer evaluate(Case c) {
    JsonNode wanted = c.expected();
    if (wanted.has("ratio")) {
      return benchmark(c);
    } else if (wanted.has("shapiroW")) {
      return diagnostics(c);
    } else if (wanted.has("A_LL_REML")) {
      return adjusted(c);
    } else if (c.type().contains("ootstrap")) {
      return bootstrap(c);
    }
    return fit(c);
  }

  /// Areas of a table, split into sampled and not.
  @SuppressWarnings("ArrayRecordComponent")
  private record Areas(
      Table table, FayHerriot data, List<Integer> sampled, List<Integer> others, double[][] x) {
    static Areas of(Table table, JsonNode estimator) {
      List<String> covariates = Case.texts(estimator.path("covariates"));
      double[][] x = new double[table.rows()][covariates.size()];
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < covariates.size(); j++) {
          String name = covariates.get(j);
          x[i][j] = name.equals("1") ? 1 : table.numbers(name)[i];
        }
      }
      boolean arcsine = isArcsine(estimator);
      List<Integer> sampled = new ArrayList<>();
      List<Integer> others = new ArrayList<>();
      double[] n = table.numbers("n");
      for (int i = 0; i < x.length; i++) {
        (n[i] > 0 ? sampled : others).add(i);
      }
      double[] p = table.numbers("p");
      double[] y =
          sampled.stream().mapToDouble(i -> arcsine ? ArcsineScale.of(p[i]) : p[i]).toArray();
      double[] d =
          sampled.stream()
              .mapToDouble(i ->
                  arcsine
                      ? ArcsineScale.samplingVariance(table.numbers("neff")[i])
                      : table.numbers(estimator.path("variance").asString("var"))[i])
              .toArray();
      double[][] in = sampled.stream().map(i -> x[i]).toArray(double[][]::new);
      return new Areas(table, new FayHerriot(y, d, in), sampled, others, x);
    }
  }

  private static boolean isArcsine(JsonNode estimator) {
    return estimator.path("response").asString("p").startsWith("asin");
  }

  private static FayHerriot.Method method(JsonNode estimator) {
    return FayHerriot.Method.valueOf(estimator.path("method").asString("REML"));
  }

  private static Answer fit(Case c) {
    Areas areas = Areas.of(c.table(), c.estimator());
    FayHerriotFit fit = areas.data().fit(method(c.estimator()));
    double[] seBeta = new double[fit.beta().length];
    for (int j = 0; j < seBeta.length; j++) {
      seBeta[j] = Math.sqrt(fit.betaCovariance()[j][j]);
    }
    Answer answer =
        new Answer()
            .with("status", fit.status().name())
            .with("method", fit.method().name())
            .with("A", fit.a())
            .with("varA", fit.varianceOfA())
            .with("beta", Answer.list(fit.beta()))
            .with("seBeta", Answer.list(seBeta))
            .with("gamma", Answer.list(fit.gamma()))
            .with("eblup", Answer.list(fit.eblup()))
            .with("synthetic", Answer.list(fit.synthetic()))
            .with("g1", Answer.list(fit.g1()))
            .with("g2", Answer.list(fit.g2()))
            .with("g3", Answer.list(fit.g3()))
            .with("mse", Answer.list(fit.mse()))
            .with("stdResid", Answer.list(fit.standardisedResiduals()))
            .with("logLikML", fit.logLikelihood());
    return isArcsine(c.estimator()) ? arcsine(answer, areas, fit) : identity(answer, areas, fit);
  }

  private static Answer identity(Answer answer, Areas areas, FayHerriotFit fit) {
    List<FayHerriotFit.OutOfSample> out =
        areas.others().stream().map(i -> fit.outOfSample(areas.x()[i])).toList();
    return answer.with(
        "outOfSample",
        new Answer()
            .with("est", out.stream().map(o -> (Object) o.estimate()).toList())
            .with("mse", out.stream().map(o -> (Object) o.mse()).toList()));
  }

  private static Answer arcsine(Answer answer, Areas areas, FayHerriotFit fit) {
    int m = fit.eblup().length;
    double[][] back = new double[6][m];
    for (int i = 0; i < m; i++) {
      double mu = fit.eblup()[i];
      Interval interval = ArcsineScale.interval(mu, fit.mse()[i], 0.95);
      back[0][i] = ArcsineScale.backNaive(mu);
      back[1][i] = ArcsineScale.backClosed(mu, fit.g1()[i]);
      back[2][i] = ArcsineScale.backIntegral(mu, fit.g1()[i]);
      back[3][i] = cabildo.statistics.Numbers.orNaN(interval.low());
      back[4][i] = cabildo.statistics.Numbers.orNaN(interval.high());
      back[5][i] = ArcsineScale.deltaMse(mu, fit.mse()[i]);
    }
    List<@Nullable Object> naive = new ArrayList<>();
    List<@Nullable Object> closed = new ArrayList<>();
    List<@Nullable Object> low = new ArrayList<>();
    List<@Nullable Object> high = new ArrayList<>();
    for (int i : areas.others()) {
      FayHerriotFit.OutOfSample o = fit.outOfSample(areas.x()[i]);
      Interval interval = ArcsineScale.interval(o.estimate(), o.mse(), 0.95);
      naive.add(ArcsineScale.backNaive(o.estimate()));
      closed.add(ArcsineScale.backClosed(o.estimate(), o.mse()));
      low.add(interval.low());
      high.add(interval.high());
    }
    return answer
        .with("backNaive", Answer.list(back[0]))
        .with("backClosed", Answer.list(back[1]))
        .with("backIntegral", Answer.list(back[2]))
        .with(
            "ci95",
            new Answer().with("low", Answer.list(back[3])).with("high", Answer.list(back[4])))
        .with("deltaMse", Answer.list(back[5]))
        .with(
            "outOfSample",
            new Answer()
                .with("naive", naive)
                .with("closed", closed)
                .with("low", low)
                .with("high", high));
  }

  /// The model of another case on the same data: response `p`, or the transformed one.
  private static JsonNode model(Case c, boolean arcsine) {
    for (JsonNode other : c.suite().cases()) {
      JsonNode estimator = other.path("estimator");
      if (other.path("dataset").equals(c.content().path("dataset"))
          && "fayHerriot".equals(estimator.path("type").asString(""))
          && "REML".equals(estimator.path("method").asString(""))
          && isArcsine(estimator) == arcsine) {
        return estimator;
      }
    }
    throw new IllegalArgumentException("no REML fit on the same data stands beside " + c.id());
  }

  private static Answer benchmark(Case c) {
    JsonNode model = model(c, c.input().path("base").asString("").contains("arcsine"));
    Areas areas = Areas.of(c.table(), model);
    FayHerriotFit fit = areas.data().fit(FayHerriot.Method.REML);
    int all = areas.table().rows();
    double[] estimate = new double[all];
    double[] mse = new double[all];
    double[] share = areas.table().numbers("N").clone();
    double sum = Arrays.stream(share).sum();
    for (int i = 0; i < areas.sampled().size(); i++) {
      estimate[areas.sampled().get(i)] = fit.eblup()[i];
      mse[areas.sampled().get(i)] = fit.mse()[i];
    }
    for (int i : areas.others()) {
      FayHerriotFit.OutOfSample out = fit.outOfSample(areas.x()[i]);
      estimate[i] = out.estimate();
      mse[i] = out.mse();
    }
    for (int i = 0; i < all; i++) {
      share[i] /= sum;
    }
    double target = c.input().path("target").asDouble();
    return new Answer()
        .with("ratio", Answer.list(Benchmark.RATIO.adjust(estimate, mse, share, target)))
        .with("difference", Answer.list(Benchmark.DIFFERENCE.adjust(estimate, mse, share, target)))
        .with("mseAdj", Answer.list(Benchmark.MSE_WEIGHTED.adjust(estimate, mse, share, target)));
  }

  private static Answer diagnostics(Case c) {
    Areas areas = Areas.of(c.table(), model(c, false));
    FayHerriotFit fit = areas.data().fit(FayHerriot.Method.REML);
    AreaDiagnostics d = AreaDiagnostics.of(areas.data(), fit);
    return new Answer()
        .with("shapiroW", d.shapiro().w())
        .with("shapiroP", d.shapiro().p())
        .with("gofBrown", d.goodnessOfFit())
        .with("gofDf", d.areas())
        .with("gofP", d.goodnessP())
        .with("corSyntheticDirect", d.correlation())
        .with("biasRegression", Answer.list(new double[] {d.biasIntercept(), d.biasSlope()}))
        .with("minGamma", d.minGamma())
        .with("maxGamma", d.maxGamma())
        .with("aic", d.aic())
        .with("bic", d.bic());
  }

  private static Answer adjusted(Case c) {
    FayHerriot data = Areas.of(c.table(), model(c, false)).data();
    return new Answer()
        .with("A_LL_REML", data.fit(FayHerriot.Method.LI_LAHIRI).a())
        .with("A_YL_REML", data.fit(FayHerriot.Method.YOSHIMORI_LAHIRI).a())
        .with("A_REML", data.fit(FayHerriot.Method.REML).a());
  }

  private static Answer bootstrap(Case c) {
    FayHerriot data = Areas.of(c.table(), model(c, true)).data();
    FayHerriotFit fit = data.fit(FayHerriot.Method.REML);
    BootstrapMse mse = BootstrapMse.ofArcsine(data, fit, c.estimator().path("B").asInt(1000), SEED);
    return new Answer()
        .with("mse", Answer.list(mse.mse()))
        .with("monteCarloSe", Answer.list(mse.monteCarloSe()));
  }

  static Answer multilevel(Case c) {
    Table data = c.file("/input/file");
    Table cells = c.file("/input/cells");
    List<String> areas = data.levels("g");
    List<String> ages = data.levels("age");
    double[][] x = covariates(data);
    MultilevelModel model =
        MultilevelModel.fit(
            new MultilevelModel.Data(
                data.numbers("y"),
                x,
                new int[][] {codes(data, "g", areas), codes(data, "age", ages)},
                new int[] {areas.size(), ages.size()}));
    double[][] cellX = covariates(cells);
    int[] cellArea = codes(cells, "g", areas);
    int[] cellAge = codes(cells, "age", ages);
    List<String> all = cells.levels("g");
    int[] place = codes(cells, "g", all);
    double[] sum = new double[all.size()];
    double[] size = new double[all.size()];
    for (int i = 0; i < cells.rows(); i++) {
      double n = cells.numbers("N")[i];
      sum[place[i]] += n * model.predict(cellX[i], cellArea[i], cellAge[i]);
      size[place[i]] += n;
    }
    double[] estimates = new double[all.size()];
    for (int a = 0; a < estimates.length; a++) {
      estimates[a] = sum[a] / size[a];
    }
    return new Answer()
        .with("fixef", Answer.list(model.fixed()))
        .with("fixefSe", Answer.list(model.fixedSe()))
        .with("varG", model.variances()[0])
        .with("varAge", model.variances()[1])
        .with("logLik", model.logLikelihood())
        .with("areaEstimates", Answer.list(estimates))
        .with("overall", Arrays.stream(sum).sum() / Arrays.stream(size).sum())
        .with(
            "unsampledAreas",
            all.stream()
                .filter(a -> !areas.contains(a))
                .map(a -> (Object) Double.valueOf(a))
                .toList());
  }

  private static double[][] covariates(Table table) {
    double[][] x = new double[table.rows()][];
    for (int i = 0; i < x.length; i++) {
      x[i] = new double[] {1, table.numbers("x")[i], table.numbers("sex")[i]};
    }
    return x;
  }

  private static int[] codes(Table table, String column, List<String> levels) {
    return table.text(column).stream()
        .mapToInt(cell -> levels.indexOf(String.valueOf(cell)))
        .toArray();
  }
}
