package cabildo.statistics.replicate;

import cabildo.statistics.design.SurveyDesign;
import java.util.Arrays;

/// Replicate weights with the factors that turn replicate estimates into a variance.
///
/// V = scale Σ_r rscale_r (θ_r - centre)². Wolter (2007), *Introduction to Variance Estimation*.
///
/// @param weights one array of row weights per replicate
/// @param scale common factor
/// @param rscales factor of each replicate
@SuppressWarnings("ArrayRecordComponent")
public record ReplicateWeights(double[][] weights, double scale, double[] rscales) {
  /// Refuses factors that do not match the replicates.
  public ReplicateWeights {
    if (weights.length != rscales.length) {
      throw new IllegalArgumentException(
          weights.length + " replicates need as many factors, but there are " + rscales.length);
    }
  }

  /// Replicates whose factors are all 1.
  public static ReplicateWeights of(double[][] weights, double scale) {
    double[] ones = new double[weights.length];
    Arrays.fill(ones, 1);
    return new ReplicateWeights(weights, scale, ones);
  }

  /// JK1: drop one unit of an unstratified design; others × n/(n-1); V = (n-1)/n (1-f) Σ(θ_r-θ)².
  ///
  /// @throws IllegalArgumentException when the design has strata
  public static ReplicateWeights jackknifeUnstratified(SurveyDesign design) {
    if (design.strata() > 1) {
      throw new IllegalArgumentException(
          "JK1 is for designs without strata; use the stratified jackknife");
    }
    ReplicateWeights jkn = jackknife(design);
    double n = design.sampledPsus(0);
    return of(jkn.weights(), (n - 1) / n * (1 - design.fraction(0)));
  }

  /// JKn: drop unit i of stratum h; others in h × n_h/(n_h-1); V = Σ_h (1-f_h)(n_h-1)/n_h
  /// Σ(θ_hi-θ)². A stratum with a single unit contributes a replicate with factor 0.
  public static ReplicateWeights jackknife(SurveyDesign design) {
    int replicates = design.psus();
    double[][] weights = new double[replicates][];
    double[] rscales = new double[replicates];
    for (int dropped = 0; dropped < replicates; dropped++) {
      int h = design.stratumOfPsu(dropped);
      double n = design.sampledPsus(h);
      rscales[dropped] = n > 1 ? (1 - design.fraction(h)) * (n - 1) / n : 0;
      double[] w = design.weights();
      for (int k = 0; k < w.length && n > 1; k++) {
        if (design.psu(k) == dropped) {
          w[k] = 0;
        } else if (design.stratumOfPsu(design.psu(k)) == h) {
          w[k] *= n / (n - 1);
        }
      }
      weights[dropped] = w;
    }
    return new ReplicateWeights(weights, 1, rscales);
  }

  /// Balanced half samples, with Fay's factor: weights × (2-ρ) or × ρ by Hadamard rows; V = 1/(R
  /// (1-ρ)²) Σ(θ_r-θ)². ρ = 0 is plain BRR. Judkins (1990), *Journal of Official Statistics* 6.
  ///
  /// @throws IllegalArgumentException unless every stratum has two units and ρ is in [0, 1)
  public static ReplicateWeights balanced(SurveyDesign design, double rho) {
    if (!(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException("rho must be in [0, 1), but is " + rho);
    }
    int[] firstOf = new int[design.strata()];
    Arrays.fill(firstOf, -1);
    for (int psu = 0; psu < design.psus(); psu++) {
      int h = design.stratumOfPsu(psu);
      if (design.sampledPsus(h) != 2) {
        throw new IllegalArgumentException("balanced replicates need two units in every stratum");
      }
      firstOf[h] = firstOf[h] < 0 ? psu : firstOf[h];
    }
    int replicates = Hadamard.order(design.strata() + 1);
    double[][] weights = new double[replicates][];
    for (int r = 0; r < replicates; r++) {
      double[] w = design.weights();
      for (int k = 0; k < w.length; k++) {
        int h = design.stratumOfPsu(design.psu(k));
        boolean first = firstOf[h] == design.psu(k);
        w[k] *= Hadamard.sign(r, h + 1) > 0 == first ? 2 - rho : rho;
      }
      weights[r] = w;
    }
    return of(weights, 1 / (replicates * (1 - rho) * (1 - rho)));
  }

  /// Rao-Wu-Yue bootstrap from given resample counts; V = (1/R) Σ(θ_r-θ)².
  ///
  /// Weights × [1-λ_h+λ_h (n_h/m_h) c_hi] with λ_h = √(m_h(1-f_h)/(n_h-1)). Rao, Wu and Yue (1992),
  /// *Survey Methodology* 18.
  ///
  /// @param counts per replicate, how often each primary unit was drawn
  /// @param draws draws m_h per stratum
  /// @param useFractions whether f_h enters λ_h; otherwise f_h = 0
  public static ReplicateWeights raoWuYue(
      SurveyDesign design, int[][] counts, int[] draws, boolean useFractions) {
    double[][] weights = new double[counts.length][];
    for (int r = 0; r < counts.length; r++) {
      double[] w = design.weights();
      for (int k = 0; k < w.length; k++) {
        int h = design.stratumOfPsu(design.psu(k));
        double n = design.sampledPsus(h);
        if (n > 1) {
          double f = useFractions ? design.fraction(h) : 0;
          double lambda = Math.sqrt(draws[h] * (1 - f) / (n - 1));
          w[k] *= 1 - lambda + lambda * n / draws[h] * counts[r][design.psu(k)];
        }
      }
      weights[r] = w;
    }
    return of(weights, 1.0 / counts.length);
  }

  /// Rao-Wu-Yue bootstrap with m_h = n_h-1 draws (weights stay at or above 0) and a seed.
  public static ReplicateWeights bootstrap(SurveyDesign design, int replicates, long seed) {
    int[] draws = new int[design.strata()];
    int[][] members = new int[design.strata()][];
    for (int h = 0; h < draws.length; h++) {
      draws[h] = Math.max(1, design.sampledPsus(h) - 1);
      members[h] = new int[design.sampledPsus(h)];
    }
    int[] filled = new int[draws.length];
    for (int psu = 0; psu < design.psus(); psu++) {
      int h = design.stratumOfPsu(psu);
      members[h][filled[h]++] = psu;
    }
    int[][] counts = new int[replicates][design.psus()];
    for (int r = 0; r < replicates; r++) {
      for (int h = 0; h < draws.length; h++) {
        for (int d = 0; d < draws[h]; d++) {
          counts[r][members[h][CounterRandom.below(members[h].length, seed, h, r, d)]]++;
        }
      }
    }
    return raoWuYue(design, counts, draws, true);
  }
}
