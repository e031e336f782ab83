package cabildo.statistics.design;

/// One stage of selection, as codes from 0.
///
/// @param stratumOfUnit the stratum in which each sampled unit was drawn; below the first stage a
///   stratum is the unit of the stage above
/// @param unitOfRow the unit to which each row belongs
/// @param sampled sampled units per stratum
/// @param population frame units per stratum; infinite when unknown, so that f = n/N = 0
@SuppressWarnings("ArrayRecordComponent")
record Stage(int[] stratumOfUnit, int[] unitOfRow, int[] sampled, double[] population) {
  int strata() {
    return sampled.length;
  }

  int units() {
    return stratumOfUnit.length;
  }

  /// Sampling fraction n/N of a stratum.
  double fraction(int stratum) {
    return sampled[stratum] / population[stratum];
  }
}
