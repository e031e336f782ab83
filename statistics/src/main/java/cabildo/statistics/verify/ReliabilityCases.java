package cabildo.statistics.verify;

import cabildo.statistics.agreement.CohenKappa;
import cabildo.statistics.agreement.CronbachAlpha;
import cabildo.statistics.agreement.FleissKappa;
import cabildo.statistics.agreement.InstitutionAgreement;
import cabildo.statistics.agreement.IntraclassCorrelation;
import cabildo.statistics.agreement.KrippendorffAlpha;
import cabildo.statistics.data.Table;
import cabildo.statistics.data.Where;
import cabildo.statistics.numeric.Matrices;
import cabildo.statistics.numeric.SampleMoments;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Agreement and consistency: suite `reliability`. The expected fields say which coefficient.
final class ReliabilityCases {
  private ReliabilityCases() {}

  static Answer evaluate(Case c) {
    JsonNode wanted = c.expected();
    if (wanted.has("alpha")) {
      return alpha(c);
    } else if (wanted.has("MSR")) {
      return intraclass(c);
    } else if (wanted.has("Pbar")) {
      return fleiss(c);
    } else if (wanted.has("nominal")) {
      return krippendorff(c);
    } else if (wanted.has("unweighted")) {
      return institution(c);
    }
    return cohen(c);
  }

  /// Ratings, one array per column of the data, or per row of the input's matrix transposed.
  private static double[][] columns(Case c) {
    if (c.input().has("X")) {
      return Matrices.transpose(Case.matrix(c.input().path("X")));
    }
    Table table = c.table();
    String prefix = c.content().path("columns").asString("").replaceAll("\\d.*", "");
    List<String> names =
        table.names().stream()
            .filter(n -> prefix.isEmpty() ? !n.matches("id|unit") : n.matches(prefix + "\\d+"))
            .toList();
    return names.stream().map(table::numbers).toArray(double[][]::new);
  }

  private static Answer alpha(Case c) {
    double[][] items = columns(c);
    CronbachAlpha alpha = CronbachAlpha.of(items, 0.95);
    return new Answer()
        .with("status", alpha.status().name())
        .with("alpha", alpha.alpha())
        .with("alphaStd", alpha.standardised())
        .with("ciFeldt", Answer.list(alpha.interval()))
        .with("alphaIfDropped", Answer.list(alpha.ifDropped()))
        .with("itemTotalCorrected", Answer.list(alpha.itemTotal()))
        .with(
            "itemMeans",
            Answer.list(Arrays.stream(items).mapToDouble(SampleMoments::mean).toArray()))
        .with(
            "itemSd",
            Answer.list(
                Arrays.stream(items)
                    .mapToDouble(x -> Math.sqrt(SampleMoments.variance(x)))
                    .toArray()))
        .with("n", items[0].length)
        .with("k", items.length);
  }

  private static Answer intraclass(Case c) {
    IntraclassCorrelation icc = IntraclassCorrelation.of(Matrices.transpose(columns(c)), 0.95);
    Answer answer =
        new Answer()
            .with("MSR", icc.betweenSubjects())
            .with("MSC", icc.betweenRaters())
            .with("MSW", icc.withinSubjects())
            .with("MSE", icc.residual());
    Answer intervals = new Answer();
    icc.values()
        .forEach((form, coefficient) -> {
          answer.with(form.label(), coefficient.value());
          intervals.with(form.label(), Answer.list(coefficient.interval()));
        });
    return answer.with("ci95", intervals);
  }

  private static Answer fleiss(Case c) {
    double[][] counts =
        c.input().has("counts") ? Case.matrix(c.input().path("counts")) : counts(columns(c));
    FleissKappa kappa = FleissKappa.of(counts);
    return new Answer()
        .with("status", kappa.status().name())
        .with("kappa", kappa.kappa())
        .with("Pbar", kappa.observed())
        .with("Pe", kappa.chance())
        .with("seNull", kappa.seNull())
        .with("categoryKappa", Answer.list(kappa.categoryKappa()));
  }

  private static double[][] counts(double[][] raters) {
    double[] values =
        Arrays.stream(raters).flatMapToDouble(Arrays::stream).distinct().sorted().toArray();
    double[][] counts = new double[raters[0].length][values.length];
    for (double[] rater : raters) {
      for (int unit = 0; unit < rater.length; unit++) {
        counts[unit][Arrays.binarySearch(values, rater[unit])]++;
      }
    }
    return counts;
  }

  private static Answer krippendorff(Case c) {
    double[][] raters =
        c.input().has("raters") ? Case.matrix(c.input().path("raters")) : columns(c);
    Answer answer = new Answer();
    for (KrippendorffAlpha metric : KrippendorffAlpha.values()) {
      answer.with(metric.name().toLowerCase(Locale.ROOT), metric.of(raters));
    }
    return answer;
  }

  private static Answer answer(CohenKappa kappa) {
    return new Answer()
        .with("status", kappa.status().name())
        .with("kappa", kappa.kappa())
        .with("po", kappa.observed())
        .with("agree", kappa.observed())
        .with("pe", kappa.chance())
        .with("se", kappa.se());
  }

  private static Answer cohen(Case c) {
    double[][] table = Case.matrix(c.input().path("table"));
    Answer plain = answer(CohenKappa.of(table, CohenKappa.Weights.NONE));
    for (CohenKappa.Weights weights : CohenKappa.Weights.values()) {
      plain.with(weights.name().toLowerCase(Locale.ROOT), answer(CohenKappa.of(table, weights)));
    }
    return plain.with("ac1", CohenKappa.gwetAc1(table));
  }

  private static Answer institution(Case c) {
    Table table = c.table();
    int[] institution = Arrays.stream(table.numbers("inst")).mapToInt(v -> (int) v).toArray();
    int[] citizen = Arrays.stream(table.numbers("cit")).mapToInt(v -> (int) v).toArray();
    int categories =
        1
            + Math.max(
                Arrays.stream(institution).max().orElse(0), Arrays.stream(citizen).max().orElse(0));
    double[][] counts = new double[categories][categories];
    for (int k = 0; k < citizen.length; k++) {
      counts[institution[k]][citizen[k]]++;
    }
    InstitutionAgreement weighted =
        InstitutionAgreement.of(
            c.design(), institution, citizen, categories, Where.rows(null, table));
    return new Answer()
        .with(
            "unweighted",
            answer(CohenKappa.of(counts, CohenKappa.Weights.NONE))
                .with("ac1", CohenKappa.gwetAc1(counts))
                .with("pe", CohenKappa.gwetChance(counts)))
        .with(
            "weighted",
            new Answer()
                .with("kappa", weighted.kappa())
                .with("se", weighted.kappaSe())
                .with("ac1", weighted.ac1())
                .with("agree", weighted.agreement()))
        .with(
            "overclaimMinusUnderclaim",
            new Answer()
                .with("estimate", weighted.claimBalance())
                .with("se", weighted.claimBalanceSe()));
  }
}
