package cabildo.statistics.stream;

/// The primary units of a file and the strata in which they were drawn.
///
/// @param stratumOfPsu stratum of every unit, from 0; units of a stratum are neighbours
/// @param sampled units drawn per stratum, at least those that are listed
/// @param fraction sampling fraction per stratum; 0 when the population is unknown
@SuppressWarnings("ArrayRecordComponent")
public record Units(int[] stratumOfPsu, int[] sampled, double[] fraction) {
  /// Refuses units of unknown strata and impossible fractions.
  public Units {
    int[] listed = new int[sampled.length];
    int before = -1;
    for (int stratum : stratumOfPsu) {
      if (stratum < 0 || stratum >= sampled.length) {
        throw new IllegalArgumentException("there is no stratum " + stratum);
      }
      if (stratum != before && listed[stratum] > 0) {
        throw new IllegalArgumentException(
            "the units of stratum " + stratum + " are not neighbours");
      }
      listed[stratum]++;
      before = stratum;
    }
    for (int h = 0; h < sampled.length; h++) {
      if (sampled[h] < listed[h] || !(fraction[h] >= 0 && fraction[h] <= 1)) {
        throw new IllegalArgumentException(
            "stratum " + h + " lists more units than were drawn, or f is not in [0, 1]");
      }
    }
  }

  /// Units whose strata have unknown populations and whose draws all answered.
  public static Units of(int[] stratumOfPsu, int strata) {
    int[] sampled = new int[strata];
    for (int stratum : stratumOfPsu) {
      sampled[stratum]++;
    }
    return new Units(stratumOfPsu, sampled, new double[strata]);
  }

  /// Number of units.
  public int psus() {
    return stratumOfPsu.length;
  }

  /// Number of strata.
  public int strata() {
    return sampled.length;
  }
}
