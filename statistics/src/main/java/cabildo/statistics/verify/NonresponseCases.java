package cabildo.statistics.verify;

import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.DesignEffects;
import cabildo.statistics.estimate.Estimate;
import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.TaylorEstimator;
import cabildo.statistics.nonresponse.Disposition;
import cabildo.statistics.nonresponse.PropensityClasses;
import cabildo.statistics.nonresponse.Representativeness;
import cabildo.statistics.nonresponse.ResponseRates;
import cabildo.statistics.nonresponse.WeightingClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Response rates and adjustments: suite `nonresponse`.
final class NonresponseCases {
  private static final Pattern BANDED = Pattern.compile("(\\w+)\\s*\\((.+)\\)");

  private NonresponseCases() {}

  static Answer evaluate(Case c) {
    return switch (c.type()) {
      case "aapor" -> rates(c);
      case "weightingClass" -> classes(c);
      case "propensityClass" -> propensity(c);
      default -> bounds(c);
    };
  }

  private static List<Disposition> dispositions(Table table) {
    List<Disposition> out = new ArrayList<>();
    for (String code : table.text("disp")) {
      out.add(Disposition.valueOf(String.valueOf(code)));
    }
    return out;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static Answer rates(Case c) {
    Table table = c.table();
    ResponseRates counts = ResponseRates.of(dispositions(table), ones(table.rows()));
    ResponseRates weighted = ResponseRates.of(dispositions(table), table.numbers("w"));
    Answer answer = new Answer();
    counts.sums().forEach((disposition, sum) -> answer.with(disposition.name(), sum));
    for (int number = 1; number <= 6; number++) {
      answer.with("RR" + number, counts.responseRate(number));
      answer.with("RR" + number + "w", weighted.responseRate(number));
    }
    return answer
        .with("COOP1", counts.cooperation())
        .with("REF1", counts.refusal())
        .with("CON1", counts.contact())
        .with("e", counts.eligibleShare());
  }

  private static boolean[] rows(Case c, String field, String otherwise) {
    String expression = c.estimator().path(field).asString(otherwise);
    return Where.rows(expression.replaceAll("([!=]=)([A-Z]+)", "$1'$2'"), c.table());
  }

  private static Answer classes(Case c) {
    Table table = c.table();
    boolean[] base = rows(c, "base", "disp!=NE");
    boolean[] answered = rows(c, "respondent", "disp==I");
    WeightingClasses adjusted =
        WeightingClasses.of(
            cellLabels(table, c.estimator().path("cells").asString()),
            table.numbers("w"),
            base,
            answered,
            WeightingClasses.CollapseRule.ONLY_EMPTY);
    List<@Nullable Object> cells = new ArrayList<>();
    for (var one : adjusted.classes()) {
      cells.add(
          new Answer()
              .with("cell", one.label())
              .with("n", one.eligible())
              .with("respondents", one.respondents())
              .with("factor", one.factor()));
    }
    Estimate mean = meanOfRespondents(table, adjusted.weights());
    return new Answer()
        .with("cells", cells)
        .with("sumAdjusted", Arrays.stream(adjusted.weights()).sum())
        .with("sumBase", sum(table.numbers("w"), base))
        .with("meanY", mean.estimate())
        .with("seTaylorNaive", mean.se())
        .with("deffKishBefore", DesignEffects.ofWeights(keep(table.numbers("w"), answered)))
        .with("deffKishAfter", DesignEffects.ofWeights(adjusted.weights()));
  }

  private static Estimate meanOfRespondents(Table table, double[] adjusted) {
    SurveyDesign design = Designs.of(table, DesignSpec.clustered("psu", "stratum", "w"));
    boolean[] respondents = new boolean[adjusted.length];
    for (int k = 0; k < adjusted.length; k++) {
      respondents[k] = adjusted[k] > 0;
    }
    return TaylorEstimator.mean(
        design.withWeights(adjusted), table.numbers("y"), respondents, 0.95);
  }

  private static double sum(double[] w, boolean[] rows) {
    return Arrays.stream(keep(w, rows)).sum();
  }

  private static double[] keep(double[] w, boolean[] rows) {
    double[] out = w.clone();
    for (int k = 0; k < out.length; k++) {
      out[k] = rows[k] ? out[k] : 0;
    }
    return out;
  }

  /// Labels such as `F|a|0` from `sex x age(18-29,30-44) x urban`: bands become letters.
  private static List<String> cellLabels(Table table, String definition) {
    String[] terms = definition.split("\\s+x\\s+");
    List<String> labels = new ArrayList<>();
    for (int k = 0; k < table.rows(); k++) {
      List<String> parts = new ArrayList<>();
      for (String term : terms) {
        Matcher banded = BANDED.matcher(term.trim());
        parts.add(
            banded.matches()
                ? band(table.numbers(banded.group(1))[k], banded.group(2).split(","))
                : String.valueOf(table.text(term.trim()).get(k)));
      }
      labels.add(String.join("|", parts));
    }
    return labels;
  }

  private static String band(double value, String[] bands) {
    int index = 0;
    for (int b = 0; b < bands.length; b++) {
      double start = Double.parseDouble(bands[b].trim().split("[-+]")[0]);
      index = value >= start ? b : index;
    }
    return String.valueOf((char) ('a' + index));
  }

  private static Answer propensity(Case c) {
    Table table = c.table();
    boolean[] base = rows(c, "base", "disp!=NE");
    boolean[] answeredRows = rows(c, "respondent", "disp==I");
    List<double[]> x = new ArrayList<>();
    List<Boolean> answered = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    String[] terms = modelTerms(c.estimator().path("model").asString());
    for (int k = 0; k < table.rows(); k++) {
      if (base[k]) {
        x.add(modelRow(table, terms, k));
        answered.add(answeredRows[k]);
        weights.add(table.numbers("w")[k]);
        rows.add(k);
      }
    }
    boolean[] a = new boolean[rows.size()];
    double[] w = new double[rows.size()];
    for (int i = 0; i < a.length; i++) {
      a[i] = answered.get(i);
      w[i] = weights.get(i);
    }
    PropensityClasses classes =
        PropensityClasses.of(
            x.toArray(double[][]::new), a, w, c.estimator().path("classes").asInt(5));
    double[] adjusted = new double[table.rows()];
    for (int i = 0; i < a.length; i++) {
      adjusted[rows.get(i)] = classes.adjustment().weights()[i];
    }
    var model = classes.model();
    return new Answer()
        .with("coef", Answer.list(model.coefficients()))
        .with("se", Answer.list(model.se()))
        .with("deviance", model.deviance())
        .with("classCuts", Answer.list(classes.cuts()))
        .with(
            "classCounts",
            classes.adjustment().classes().stream().map(k -> (Object) k.eligible()).toList())
        .with(
            "classFactors",
            classes.adjustment().classes().stream().map(k -> (Object) k.factor()).toList())
        .with("sumAdjusted", Arrays.stream(adjusted).sum())
        .with("meanY", meanOfRespondents(table, adjusted).estimate())
        .with("rIndicatorWeighted", Representativeness.rIndicator(model.fitted(), w))
        .with(
            "rIndicatorUnweighted", Representativeness.rIndicator(model.fitted(), ones(w.length)));
  }

  private static String[] modelTerms(String model) {
    String right = model.substring(model.indexOf('~') + 1);
    int remark = right.indexOf('(');
    return (remark < 0 ? right : right.substring(0, remark)).trim().split("\\s*\\+\\s*");
  }

  private static double[] modelRow(Table table, String[] terms, int row) {
    List<Double> values = new ArrayList<>(List.of(1.0));
    for (String term : terms) {
      if (table.isNumeric(term)) {
        values.add(table.numbers(term)[row]);
      } else {
        List<String> levels = table.levels(term);
        for (String level : levels.subList(1, levels.size())) {
          values.add(level.equals(table.text(term).get(row)) ? 1.0 : 0.0);
        }
      }
    }
    return values.stream().mapToDouble(v -> v).toArray();
  }

  private static Answer bounds(Case c) {
    Table table = c.table();
    ResponseRates weighted = ResponseRates.of(dispositions(table), table.numbers("w"));
    double share = cabildo.statistics.Numbers.orNaN(weighted.responseRate(1));
    boolean[] answered = rows(c, "respondent", "disp==I");
    double p =
        cabildo.statistics.Numbers.orNaN(
            TaylorEstimator.mean(
                    Designs.of(table, DesignSpec.clustered("psu", "stratum", "w")),
                    c.y(),
                    answered,
                    0.95)
                .estimate());
    Interval bounds = Representativeness.worstCase(p, share);
    return new Answer()
        .with("weightedRR", share)
        .with("pResp", p)
        .with("lower", bounds.low())
        .with("upper", bounds.high());
  }
}
