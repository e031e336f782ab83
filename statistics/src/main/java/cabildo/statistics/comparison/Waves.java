package cabildo.statistics.comparison;

import cabildo.statistics.Status;
import cabildo.statistics.data.Table;
import cabildo.statistics.design.DesignSpec;
import cabildo.statistics.design.Designs;
import cabildo.statistics.design.LinearisedVariance;
import cabildo.statistics.design.SurveyDesign;
import cabildo.statistics.estimate.Linearised;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two waves of one design, whose units carry the same labels.
///
/// @param first table of the first wave
/// @param second table of the second wave
/// @param spec design of both
public record Waves(Table first, Table second, DesignSpec spec) {

  /// Change of the mean of a variable over rows of a domain of each wave.
  public PeriodChange meanChange(String variable, boolean[] domain1, boolean[] domain2) {
    SurveyDesign design1 = Designs.of(first, spec);
    SurveyDesign design2 = Designs.of(second, spec);
    Linearised mean1 = Linearised.mean(design1, first.numbers(variable), domain1);
    Linearised mean2 = Linearised.mean(design2, second.numbers(variable), domain2);
    PeriodChange.Stacked stacked = stacked(variable, domain1, domain2);
    Status status = mean1.status() == Status.OK ? mean2.status() : mean1.status();
    if (status != Status.OK || stacked.dfDomain() <= 0) {
      status = status == Status.OK ? Status.VARIANCE_NOT_ESTIMABLE : status;
      return new PeriodChange(
          status, mean1.estimate(), Double.NaN, mean2.estimate(), Double.NaN, Double.NaN, stacked);
    }
    return new PeriodChange(
        Status.OK,
        mean1.estimate(),
        Math.sqrt(mean1.variance(design1).variance()),
        mean2.estimate(),
        Math.sqrt(mean2.variance(design2).variance()),
        commonCovariance(design1, mean1, design2, mean2),
        stacked);
  }

  private PeriodChange.Stacked stacked(String variable, boolean[] domain1, boolean[] domain2) {
    Table both = first.stackedOn(second);
    SurveyDesign design = Designs.of(both, spec);
    double[] y = both.numbers(variable);
    boolean[] in1 = Arrays.copyOf(domain1, y.length);
    boolean[] in2 = new boolean[y.length];
    System.arraycopy(domain2, 0, in2, domain1.length, domain2.length);
    Linearised mean1 = Linearised.mean(design, y, in1);
    Linearised mean2 = Linearised.mean(design, y, in2);
    boolean[] either = new boolean[y.length];
    for (int k = 0; k < y.length; k++) {
      either[k] = mean1.rows()[k] || mean2.rows()[k];
    }
    double[][] v =
        LinearisedVariance.of(
                design, new double[][] {mean1.contributions(), mean2.contributions()}, either)
            .covariance();
    return new PeriodChange.Stacked(
        v[0][0], v[1][1], v[0][1], design.degreesOfFreedom(), design.degreesOfFreedom(either));
  }

  private double commonCovariance(
      SurveyDesign design1, Linearised mean1, SurveyDesign design2, Linearised mean2) {
    Map<String, Map<String, double[]>> totals = new HashMap<>();
    collect(totals, first, design1, mean1, 0);
    collect(totals, second, design2, mean2, 1);
    double covariance = 0;
    for (Map<String, double[]> stratum : new java.util.TreeMap<>(totals).values()) {
      List<double[]> common =
          new java.util.TreeMap<>(stratum)
              .values().stream().filter(z -> z[2] > 0 && z[3] > 0).toList();
      double c = common.size();
      double z1 = common.stream().mapToDouble(z -> z[0]).sum() / c;
      double z2 = common.stream().mapToDouble(z -> z[1]).sum() / c;
      double products = common.stream().mapToDouble(z -> (z[0] - z1) * (z[1] - z2)).sum();
      covariance += c > 1 ? c / (c - 1) * products : 0;
    }
    return covariance;
  }

  private void collect(
      Map<String, Map<String, double[]>> totals,
      Table table,
      SurveyDesign design,
      Linearised mean,
      int wave) {
    List<@Nullable String> strata = spec.strata() == null ? null : table.text(spec.strata());
    List<@Nullable String> psus = spec.ids().isEmpty() ? null : table.text(spec.ids().getFirst());
    for (int k = 0; k < design.rows(); k++) {
      String stratum = strata == null ? "" : String.valueOf(strata.get(k));
      String psu = psus == null ? "row " + k : String.valueOf(psus.get(k));
      double[] z =
          totals
              .computeIfAbsent(stratum, s -> new HashMap<>())
              .computeIfAbsent(psu, p -> new double[4]);
      z[wave] += mean.contributions()[k];
      z[2 + wave]++;
    }
  }
}
