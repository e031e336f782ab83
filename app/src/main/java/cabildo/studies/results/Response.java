package cabildo.studies.results;

import cabildo.statistics.sums.DrawnUnit;
import cabildo.statistics.sums.WeightedUnits;
import org.jspecify.annotations.Nullable;

/// How many of those who were invited answered, and how evenly over the drawn units.
///
/// @param rate weighted by the people for whom each unit stands, 0 to 1
/// @param rIndicator 1 - 2 S(ρ) over units; 1 when all answer alike (Schouten, Cobben and Bethlehem
///   2009)
/// @param difference standardised difference of the share of women to the census; absent where sex
///   was not asked
record Response(double rate, double rIndicator, @Nullable Double difference) {

  /// @param invited by unit; at least the answers
  static Response of(WeightedUnits units, long[] invited, @Nullable Double difference) {
    double people = 0;
    double sum = 0;
    double squares = 0;
    for (int u = 0; u < units.count(); u++) {
      DrawnUnit unit = units.units().get(u);
      double asked = Math.max(1, Math.max(invited[u], units.sheets()[u]));
      double rate = units.sheets()[u] / asked;
      people += unit.represented();
      sum += unit.represented() * rate;
      squares += unit.represented() * rate * rate;
    }
    double mean = people == 0 ? 0 : sum / people;
    double variance = people == 0 ? 0 : Math.max(0, squares / people - mean * mean);
    return new Response(mean, 1 - 2 * Math.sqrt(variance), difference);
  }
}
