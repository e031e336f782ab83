package cabildo.statistics.volunteers;

import cabildo.statistics.Numbers;

/// What a self-selected sample is worth.
///
/// ȳ_n-Ȳ = ρ √((1-f)/f) σ exactly, with ρ the correlation between answering and the answer; so
/// n_eff = f/((1-f)ρ²) whatever n. Meng (2018), *Annals of Applied Statistics* 12.
///
/// @param share f = n/N, in (0, 1)
/// @param correlation ρ
/// @param sd σ of the variable in the population
public record DataDefect(double share, double correlation, double sd) {
  /// Refuses a share outside (0, 1).
  public DataDefect {
    Numbers.level(share);
  }

  /// The defect of a known population of an indicator.
  ///
  /// @param population N
  /// @param respondents n
  /// @param yesRespondents of them
  /// @param yesPopulation of the population
  public static DataDefect known(
      long population, long respondents, long yesRespondents, long yesPopulation) {
    double f = (double) respondents / population;
    double p = (double) yesPopulation / population;
    double sd = Math.sqrt(p * (1 - p));
    double error = (double) yesRespondents / respondents - p;
    return new DataDefect(f, error / (Math.sqrt((1 - f) / f) * sd), sd);
  }

  /// √((1-f)/f).
  public double dataQuantity() {
    return Math.sqrt((1 - share) / share);
  }

  /// ρ √((1-f)/f) σ.
  public double error() {
    return correlation * dataQuantity() * sd;
  }

  /// Size of the simple random sample with the same mean squared error.
  public double effectiveN() {
    return share / ((1 - share) * correlation * correlation);
  }
}
