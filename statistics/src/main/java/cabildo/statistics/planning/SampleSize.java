package cabildo.statistics.planning;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;

/// Sizes and margins for a proportion.
///
/// n0 = z² p(1-p)/e²; with design effect D and population N, n = D n0 N/(N-1+D n0), the exact
/// solution of z² D p(1-p)/n (N-n)/(N-1) = e². Cochran (1977), section 4.4.
///
/// @param p anticipated proportion; 0.5 unless an earlier round bounds it
/// @param population frame size; infinite when unknown
/// @param designEffect D, applied before the finite population
/// @param level confidence level
public record SampleSize(double p, double population, double designEffect, double level) {
  /// Refuses impossible values.
  public SampleSize {
    Numbers.proportion(p, "p");
    Numbers.positive(population, "population");
    Numbers.positive(designEffect, "designEffect");
    Numbers.level(level);
  }

  /// Size of a simple random sample from an endless population, unrounded.
  public double simple(double margin) {
    Numbers.positive(margin, "margin");
    double z = Distributions.zCritical(level);
    return z * z * p * (1 - p) / (margin * margin);
  }

  /// Size that reaches a margin, unrounded.
  public double exact(double margin) {
    double n = designEffect * simple(margin);
    return Double.isInfinite(population) ? n : n * population / (population - 1 + n);
  }

  /// Whole size that reaches a margin: ceil(n-1e-9), at most a census.
  public long completes(double margin) {
    double n = Math.ceil(exact(margin) - 1e-9);
    return (long) Math.min(population, Math.max(1, n));
  }

  /// Margin of a given size: z √(D p(1-p)/n (N-n)/(N-1)); 0 for a census.
  public double margin(double n) {
    Numbers.positive(n, "n");
    double left = 1;
    if (!Double.isInfinite(population)) {
      left = n >= population ? 0 : (population - n) / (population - 1);
    }
    return Distributions.zCritical(level) * Math.sqrt(designEffect * p * (1 - p) / n * left);
  }
}
