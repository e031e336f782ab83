package cabildo.statistics.sums;

import java.util.HashMap;
import java.util.Map;

/// Estimated numbers of people per answer of one question in one domain, and their covariance.
///
/// T_a = Σ_u w_u n_ua. A certain unit with n sheets adds, for simple random sampling inside it,
/// (1-f) w² n/(n-1) (diag n_a - n_a n_b/n): exactly Σ_k (u_k-ū)(u_k-ū)ᵀ over its respondents, of
/// which those with the same answer are alike. Other units are primary units: Σ_h n_h/(n_h-1) Σ_i
/// (t_i-t̄)(t_i-t̄)ᵀ with replacement, units outside the domain entering as zero. A stratum with
/// one unit is centred at zero. Särndal, Swensson and Wretman (1992), chapters 3 and 4.
///
/// @param total people per entry
/// @param covariance design covariance of `total`
/// @param sheets respondents in the domain
/// @param n respondents per entry
/// @param df primary units with an answer minus their strata
@SuppressWarnings("ArrayRecordComponent")
public record EstimatedTotals(
    double[] total, double[][] covariance, long sheets, long[] n, int df) {

  /// Totals of a domain.
  ///
  /// @param counts by unit and entry: how many respondents of the unit belong to it. Every sheet of
  ///   a unit is in exactly one entry
  /// @param answered by entry: whether it is an answer, as against none
  /// @param domain by unit
  public static EstimatedTotals of(
      WeightedUnits units, long[][] counts, boolean[] answered, boolean[] domain) {
    int entries = answered.length;
    Sum sum = new Sum(new double[entries], new double[entries][entries], new long[entries]);
    Map<String, double[]> clusters = new HashMap<>();
    Map<String, Integer> holding = new HashMap<>();
    long sheets = 0;
    int df = 0;
    for (int u = 0; u < units.count(); u++) {
      if (!domain[u] || units.sheets()[u] == 0) {
        continue;
      }
      sheets += units.sheets()[u];
      long base = sum.add(units.weight()[u], counts[u], answered);
      if (units.units().get(u).certain()) {
        sum.addElements(units, u, counts[u]);
        df += (int) Math.max(0, base - 1);
      } else {
        String h = units.units().get(u).stratum();
        double[] t = clusters.computeIfAbsent(h, k -> new double[entries]);
        for (int a = 0; a < entries; a++) {
          t[a] += units.weight()[u] * counts[u][a];
        }
        if (base > 0) {
          df += holding.merge(h, 1, Integer::sum) > 1 ? 1 : 0;
        }
      }
    }
    Map<String, Integer> drawn = units.answeringByStratum();
    for (int u = 0; u < units.count(); u++) {
      String h = units.units().get(u).stratum();
      double[] t = clusters.get(h);
      if (!units.units().get(u).certain() && units.sheets()[u] > 0 && t != null) {
        double weight = domain[u] ? units.weight()[u] : 0;
        sum.addCluster(weight, counts[u], t, drawn.getOrDefault(h, 0));
      }
    }
    return new EstimatedTotals(sum.total, sum.covariance, sheets, sum.n, df);
  }

  /// The same people in fewer entries.
  ///
  /// @param to by entry, its new entry
  public EstimatedTotals merged(int[] to, int entries) {
    double[] t = new double[entries];
    double[][] v = new double[entries][entries];
    long[] count = new long[entries];
    for (int a = 0; a < to.length; a++) {
      t[to[a]] += total[a];
      count[to[a]] += n[a];
      for (int b = 0; b < to.length; b++) {
        v[to[a]][to[b]] += covariance[a][b];
      }
    }
    return new EstimatedTotals(t, v, sheets, count, df);
  }

  private record Sum(double[] total, double[][] covariance, long[] n) {

    /// @return respondents with an answer
    long add(double weight, long[] counts, boolean[] answered) {
      long base = 0;
      for (int a = 0; a < total.length; a++) {
        total[a] += weight * counts[a];
        n[a] += counts[a];
        base += answered[a] ? counts[a] : 0;
      }
      return base;
    }

    void addElements(WeightedUnits units, int u, long[] counts) {
      double sheets = units.sheets()[u];
      double weight = units.weight()[u];
      double open = (1 - units.fraction(u)) * weight * weight;
      double scale = sheets > 1 ? open * sheets / (sheets - 1) : open;
      for (int a = 0; a < total.length; a++) {
        for (int b = 0; b < total.length && counts[a] > 0; b++) {
          double both = a == b ? counts[a] : 0;
          double centred = sheets > 1 ? both - counts[a] * (counts[b] / sheets) : both;
          covariance[a][b] += scale * centred;
        }
      }
    }

    void addCluster(double weight, long[] counts, double[] stratum, int drawn) {
      double scale = drawn > 1 ? drawn / (drawn - 1.0) : 1;
      double share = drawn > 1 ? 1.0 / drawn : 0;
      for (int a = 0; a < total.length; a++) {
        double da = weight * counts[a] - share * stratum[a];
        for (int b = 0; b < total.length; b++) {
          covariance[a][b] += scale * da * (weight * counts[b] - share * stratum[b]);
        }
      }
    }
  }
}
