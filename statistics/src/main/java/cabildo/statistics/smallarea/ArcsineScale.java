package cabildo.statistics.smallarea;

import cabildo.statistics.estimate.Interval;
import cabildo.statistics.numeric.Distributions;

/// The variance-stabilising scale y = asin √p with D = 1/(4 n_eff), and the way back.
///
/// It works where p is 0 or 1, and D does not depend on p. n_eff is from a smoothed design effect,
/// the median by region. Back-transformation in closed form E sin²(N(μ,v)) = ½(1-e^{-2v}cos 2μ).
/// Hadam, Würz and Kreutzmann (2020).
public final class ArcsineScale {
  private ArcsineScale() {}

  /// asin √p.
  public static double of(double p) {
    return Math.asin(Math.sqrt(p));
  }

  /// 1/(4 n_eff).
  public static double samplingVariance(double effectiveN) {
    return 1 / (4 * effectiveN);
  }

  /// sin²(μ), with μ clipped to [0, π/2].
  public static double backNaive(double mu) {
    double s = Math.sin(Math.clamp(mu, 0, Math.PI / 2));
    return s * s;
  }

  /// ½(1-e^{-2v}cos 2μ); v is g1 for a sampled area and the MSE for another.
  public static double backClosed(double mu, double v) {
    return (1 - Math.exp(-2 * v) * Math.cos(2 * mu)) / 2;
  }

  /// ∫ sin²(t) N(t; μ, v) dt over [0, π/2], which drops the mass outside; kept for comparison with
  /// other programs, 0 when v is 0.
  public static double backIntegral(double mu, double v) {
    if (!(v > 0)) {
      return 0;
    }
    double sd = Math.sqrt(v);
    double low = Math.max(0, mu - 12 * sd);
    double high = Math.min(Math.PI / 2, mu + 12 * sd);
    int steps = 4000;
    double h = (high - low) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = low + i * h;
      double z = (t - mu) / sd;
      double s = Math.sin(t);
      double simpson = i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2;
      sum += simpson * s * s * Math.exp(-z * z / 2);
    }
    return sum * h / 3 / (sd * Math.sqrt(2 * Math.PI));
  }

  /// Interval μ ± z √mse with both ends clipped and transformed.
  public static Interval interval(double mu, double mse, double level) {
    double half = Distributions.zCritical(level) * Math.sqrt(mse);
    return Interval.of(backNaive(mu - half), backNaive(mu + half));
  }

  /// MSE on the scale of proportions by the delta method, sin²(2μ)·mse.
  public static double deltaMse(double mu, double mse) {
    double slope = Math.sin(2 * mu);
    return slope * slope * mse;
  }
}
