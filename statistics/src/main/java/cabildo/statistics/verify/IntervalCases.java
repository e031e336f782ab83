package cabildo.statistics.verify;

import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.Linearised;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import cabildo.statistics.estimate.QuantileInterval;
import cabildo.statistics.estimate.QuantileRule;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.estimate.WeightedQuantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Intervals: suites `ciprop`, `ciprop-direct`, `quantile`.
final class IntervalCases {
  private IntervalCases() {}

  static Answer proportion(Case c) {
    SurveyDesign design = c.design();
    Linearised mean = Linearised.mean(design, c.y(), c.domain());
    var estimate = TaylorEstimator.mean(design, c.y(), c.domain(), c.level());
    double variance = isConstant(mean) ? 0 : mean.variance(design).variance();
    return answer(
        new Proportion(
            Math.clamp(mean.estimate(), 0, 1),
            variance,
            estimate.n(),
            estimate.dfDomain(),
            c.level()));
  }

  private static boolean isConstant(Linearised mean) {
    return mean.estimate() == 0 || mean.estimate() == 1;
  }

  static Answer direct(Case c) {
    JsonNode in = c.input();
    return answer(
        new Proportion(
            in.path("p").asDouble(),
            in.path("v").asDouble(),
            in.path("n").asInt(),
            in.path("df").asDouble(),
            in.path("level").asDouble(0.95)));
  }

  private static Answer answer(Proportion x) {
    Interval nchs = ProportionInterval.KORN_GRAUBARD.of(x);
    return new Answer()
        .with("p", x.p())
        .with("se", x.se())
        .with("n", x.n())
        .with("df", x.df())
        .with("nEffBeta", x.correctedEffectiveN())
        .with("nEffNchs", x.cappedEffectiveN())
        .with("nEffWilson", x.effectiveN())
        .with("nchsWidth", nchs.width())
        .with("nchsRelWidthPct", 100 * nchs.width() / x.p())
        .with("logit", Answer.list(ProportionInterval.LOGIT.of(x)))
        .with("asin", Answer.list(ProportionInterval.ARCSINE.of(x)))
        .with("beta", Answer.list(ProportionInterval.KORN_GRAUBARD_UNCAPPED.of(x)))
        .with("mean", Answer.list(ProportionInterval.WALD.of(x)))
        .with("beta_uncapped", Answer.list(ProportionInterval.KORN_GRAUBARD_UNCAPPED.of(x)))
        .with("beta_nchs", Answer.list(nchs))
        .with("wilson", Answer.list(ProportionInterval.WILSON.of(x)))
        .with("wilson_nchs", Answer.list(ProportionInterval.WILSON_CAPPED.of(x)));
  }

  static Answer quantile(Case c) {
    SurveyDesign design = c.design();
    QuantileRule rule = QuantileRule.valueOf(upper(c, "qrule", "math"));
    QuantileInterval interval = QuantileInterval.valueOf(upper(c, "interval", "mean"));
    List<@Nullable Object> quantiles = new ArrayList<>();
    List<@Nullable Object> low = new ArrayList<>();
    List<@Nullable Object> high = new ArrayList<>();
    List<@Nullable Object> se = new ArrayList<>();
    for (double p : Case.numbers(c.estimator().path("probs"))) {
      var request = new WeightedQuantile.Request(p, rule, interval, c.level());
      WeightedQuantile q = WeightedQuantile.of(design, c.y(), c.domain(), request);
      quantiles.add(q.quantile());
      low.add(q.interval().low());
      high.add(q.interval().high());
      se.add(q.se());
    }
    return new Answer()
        .with("quantile", quantiles)
        .with("ciLow", low)
        .with("ciHigh", high)
        .with("se", se);
  }

  private static String upper(Case c, String field, String otherwise) {
    return c.estimator().path(field).asString(otherwise).toUpperCase(Locale.ROOT);
  }
}
