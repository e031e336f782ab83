package cabildo.statistics.planning;

import cabildo.statistics.Numbers;
import cabildo.statistics.numeric.Distributions;

/// How many invitations a number of completes needs.
public final class Invitations {
  private Invitations() {}

  /// ceil(n/rate): completes are reached on average.
  ///
  /// @param rate response rate times eligibility, in (0, 1]
  public static long expected(long completes, double rate) {
    Numbers.positive(Numbers.proportion(rate, "rate"), "rate");
    return (long) Math.ceil(completes / rate - 1e-9);
  }

  /// Smallest m with P(Bin(m, rate) ≥ n) ≥ assurance.
  public static int assured(int completes, double rate, double assurance) {
    Numbers.level(assurance);
    int high = (int) expected(completes, rate);
    while (Distributions.binomialAtLeast(high, rate, completes) < assurance) {
      high *= 2;
    }
    int low = completes - 1;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (Distributions.binomialAtLeast(middle, rate, completes) >= assurance) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }
}
