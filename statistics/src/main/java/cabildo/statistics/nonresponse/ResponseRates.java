package cabildo.statistics.nonresponse;

import cabildo.statistics.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Response, cooperation, refusal and contact rates as proportions of summed weights (or counts).
///
/// With K = I+P+R+NC+O known eligible and U = UH+UO unknown: RR1 = I/(K+U), RR3 = I/(K+eU), RR5 =
/// I/K, even numbers with I+P; e = K/(K+NE). A rate without denominator is `null`. AAPOR Standard
/// Definitions.
///
/// @param sums summed weight per disposition
public record ResponseRates(Map<Disposition, Double> sums) {
  /// Copies the sums; absent dispositions count as 0.
  public ResponseRates {
    Map<Disposition, Double> all = new EnumMap<>(Disposition.class);
    for (Disposition disposition : Disposition.values()) {
      all.put(disposition, sums.getOrDefault(disposition, 0.0));
    }
    sums = Map.copyOf(all);
  }

  /// Sums over units; `weights` of 1 give the unweighted rates.
  public static ResponseRates of(List<Disposition> dispositions, double[] weights) {
    Map<Disposition, Double> sums = new EnumMap<>(Disposition.class);
    for (int k = 0; k < weights.length; k++) {
      sums.merge(dispositions.get(k), weights[k], Double::sum);
    }
    return new ResponseRates(sums);
  }

  private double sum(Disposition... dispositions) {
    double sum = 0;
    for (Disposition disposition : dispositions) {
      sum += sums.getOrDefault(disposition, 0.0);
    }
    return sum;
  }

  private double known() {
    return sum(Disposition.I, Disposition.P, Disposition.R, Disposition.NC, Disposition.O);
  }

  private double unknown() {
    return sum(Disposition.UH, Disposition.UO);
  }

  /// Share of known cases that are eligible, e.
  public @Nullable Double eligibleShare() {
    return Numbers.orNull(known() / (known() + sum(Disposition.NE)));
  }

  /// RR1 to RR6.
  ///
  /// @param number 1 to 6
  public @Nullable Double responseRate(int number) {
    double interviews = number % 2 == 1 ? sum(Disposition.I) : sum(Disposition.I, Disposition.P);
    double unknownShare =
        switch (number) {
          case 1, 2 -> 1;
          case 3, 4 -> known() / (known() + sum(Disposition.NE));
          case 5, 6 -> 0;
          default -> throw new IllegalArgumentException("there is no RR" + number);
        };
    return Numbers.orNull(
        interviews / (known() + (unknownShare == 0 ? 0 : unknownShare * unknown())));
  }

  /// COOP1 = I/(I+P+R+O).
  public @Nullable Double cooperation() {
    return Numbers.orNull(
        sum(Disposition.I) / sum(Disposition.I, Disposition.P, Disposition.R, Disposition.O));
  }

  /// REF1 = R/(K+U).
  public @Nullable Double refusal() {
    return Numbers.orNull(sum(Disposition.R) / (known() + unknown()));
  }

  /// CON1 = (I+P+R+O)/(K+U).
  public @Nullable Double contact() {
    return Numbers.orNull(
        sum(Disposition.I, Disposition.P, Disposition.R, Disposition.O) / (known() + unknown()));
  }
}
