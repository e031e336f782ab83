package cabildo.statistics.design;

import cabildo.statistics.Status;

/// Covariance of estimators from their linearised contributions.
///
/// V = Σ_h (1-f_h) n_h/(n_h-1) Σ_i (t_hi-t̄_h)(t_hi-t̄_h)ᵀ, plus below every drawn unit the same
/// formula on its own units times the fractions above it, where population counts exist. Units
/// without rows of the domain enter as zero. Särndal, Swensson and Wretman (1992), chapters 4 and
/// 5; Wolter (2007), chapter 6.
///
/// @param status `OK`, `SINGLE_PSU_STRATUM`, or `VARIANCE_NOT_ESTIMABLE` when `AVERAGE` has no
///   stratum to average over
/// @param covariance one row and column per contribution, in squared units of the estimates
@SuppressWarnings("ArrayRecordComponent")
public record LinearisedVariance(Status status, double[][] covariance) {

  /// Covariance of Σ_k u_k for several contributions u.
  ///
  /// @param design where rows belong
  /// @param contributions one array per estimator, one value per row, zero outside the domain
  /// @param domain rows of the domain; they say which units hold it
  public static LinearisedVariance of(
      SurveyDesign design, double[][] contributions, boolean[] domain) {
    double[][] u = withoutKnownTotals(design, contributions);
    int q = u.length;
    double[][] total = new double[q][q];
    boolean[] seen = design.residuals() == null ? domain : everyRow(design.rows());
    double[] above = {};
    for (int s = 0; s < design.stages().size(); s++) {
      Stage stage = design.stages().get(s);
      above = s == 0 ? ones(stage.strata()) : fractionsAbove(design.stages().get(s - 1), above);
      if (s > 0 && Double.isInfinite(stage.population()[0])) {
        break;
      }
      Status status = addStage(design, s, above, u, seen, total);
      if (status != Status.OK) {
        return new LinearisedVariance(status, total);
      }
    }
    return new LinearisedVariance(Status.OK, total);
  }

  /// Variance of one contribution.
  public double variance() {
    return covariance[0][0];
  }

  private static double[][] withoutKnownTotals(SurveyDesign design, double[][] contributions) {
    Residuals residuals = design.residuals();
    if (residuals == null) {
      return contributions;
    }
    double[][] out = new double[contributions.length][];
    for (int j = 0; j < out.length; j++) {
      double[] z = new double[design.rows()];
      for (int k = 0; k < z.length; k++) {
        double weight = design.weight(k);
        z[k] = weight == 0 ? 0 : contributions[j][k] / weight;
      }
      double[] e = residuals.of(z);
      for (int k = 0; k < e.length; k++) {
        e[k] *= design.weight(k);
      }
      out[j] = e;
    }
    return out;
  }

  private static boolean[] everyRow(int n) {
    boolean[] all = new boolean[n];
    java.util.Arrays.fill(all, true);
    return all;
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }

  private static double[] fractionsAbove(Stage parent, double[] above) {
    double[] out = new double[parent.units()];
    for (int unit = 0; unit < out.length; unit++) {
      int stratum = parent.stratumOfUnit()[unit];
      out[unit] = above[stratum] * parent.fraction(stratum);
    }
    return out;
  }

  private static Status addStage(
      SurveyDesign design,
      int s,
      double[] above,
      double[][] u,
      boolean[] domain,
      double[][] total) {
    UnitTotals totals = UnitTotals.of(design, s, u, domain);
    Stage stage = totals.stage;
    Contribution[] rule = new Contribution[stage.strata()];
    int usable = 0;
    int present = 0;
    for (int h = 0; h < rule.length; h++) {
      rule[h] = Contribution.of(design, stage, h, totals.holding[h]);
      if (rule[h] == Contribution.REFUSED) {
        return Status.SINGLE_PSU_STRATUM;
      }
      present += totals.holding[h] > 0 ? 1 : 0;
      usable += totals.holding[h] > 0 && rule[h] != Contribution.AVERAGED ? 1 : 0;
    }
    if (present > 0 && usable == 0) {
      return Status.VARIANCE_NOT_ESTIMABLE;
    }
    double inflation = s == 0 && usable > 0 ? (double) present / usable : 1;
    for (int unit = 0; unit < stage.units(); unit++) {
      int h = stage.stratumOfUnit()[unit];
      double scale = rule[h].scale(stage, h) * above[h] * inflation;
      if (scale != 0) {
        totals.addSquares(unit, scale, rule[h] == Contribution.AROUND_ZERO ? 0 : 1, total);
      }
    }
    return Status.OK;
  }

  /// Linearised totals t per unit with their stratum means, and how many units of a stratum hold
  /// the domain.
  @SuppressWarnings("ArrayRecordComponent")
  private record UnitTotals(Stage stage, double[][] t, double[][] mean, int[] holding) {
    static UnitTotals of(SurveyDesign design, int s, double[][] u, boolean[] domain) {
      Stage stage = design.stages().get(s);
      double[][] t = new double[u.length][stage.units()];
      boolean[] held = new boolean[stage.units()];
      for (int k = 0; k < design.rows(); k++) {
        int unit = stage.unitOfRow()[k];
        held[unit] |= domain[k];
        for (int j = 0; j < u.length; j++) {
          t[j][unit] += u[j][k];
        }
      }
      int[] holding = new int[stage.strata()];
      double[][] mean = new double[u.length][stage.strata()];
      for (int unit = 0; unit < stage.units(); unit++) {
        int h = stage.stratumOfUnit()[unit];
        holding[h] += held[unit] ? 1 : 0;
        for (int j = 0; j < u.length; j++) {
          mean[j][h] += t[j][unit] / stage.sampled()[h];
        }
      }
      return new UnitTotals(stage, t, mean, holding);
    }

    void addSquares(int unit, double scale, double centring, double[][] total) {
      int h = stage.stratumOfUnit()[unit];
      for (int j = 0; j < t.length; j++) {
        double dj = t[j][unit] - centring * mean[j][h];
        for (int i = 0; i < t.length; i++) {
          total[j][i] += scale * dj * (t[i][unit] - centring * mean[i][h]);
        }
      }
    }
  }

  /// How one stratum enters the sum.
  private enum Contribution {
    AROUND_MEAN,
    AROUND_ZERO,
    NONE,
    AVERAGED,
    REFUSED;

    static Contribution of(SurveyDesign design, Stage stage, int h, int holding) {
      int n = stage.sampled()[h];
      if (holding == 0 || 1 - stage.fraction(h) < 1e-9) {
        return NONE;
      }
      if (n > 1) {
        return holding > 1 || !design.adjustDomainLonely()
            ? AROUND_MEAN
            : domainLonely(design.lonely());
      }
      return switch (design.lonely()) {
        case FAIL -> REFUSED;
        case CERTAINTY, REMOVE -> NONE;
        case ADJUST -> AROUND_ZERO;
        case AVERAGE -> AVERAGED;
      };
    }

    private static Contribution domainLonely(LonelyPsu rule) {
      return switch (rule) {
        case FAIL, CERTAINTY, REMOVE -> AROUND_MEAN;
        case ADJUST -> AROUND_ZERO;
        case AVERAGE -> AVERAGED;
      };
    }

    double scale(Stage stage, int h) {
      int n = stage.sampled()[h];
      return switch (this) {
        case AROUND_MEAN, AROUND_ZERO -> (1 - stage.fraction(h)) * (n > 1 ? n / (n - 1.0) : 1);
        case NONE, AVERAGED, REFUSED -> 0;
      };
    }
  }
}
