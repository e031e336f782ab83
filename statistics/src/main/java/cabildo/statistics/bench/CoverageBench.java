package cabildo.statistics.bench;

import cabildo.statistics.estimate.Interval;
import cabildo.statistics.estimate.ProportionInterval;
import cabildo.statistics.estimate.ProportionInterval.Proportion;
import cabildo.statistics.replicate.CounterRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/// How often nominal 95 % intervals hold the truth, over repeated samples of known populations.
///
/// Cluster samples: every unit has its own proportion from a two-point mixture with intraclass
/// correlation ρ, so the truth is known exactly; weights differ by unit where a spread is given.
///
/// @param samples per scenario
public record CoverageBench(int samples) {
  private static final double LEVEL = 0.95;
  private static final long SEED = 95;
  private static final List<ProportionInterval> METHODS =
      List.of(
          ProportionInterval.KORN_GRAUBARD,
          ProportionInterval.WILSON_CAPPED,
          ProportionInterval.LOGIT,
          ProportionInterval.WALD);

  /// A population and a design.
  ///
  /// @param p truth
  /// @param strata strata of equal size
  /// @param psus drawn per stratum
  /// @param take answers per unit
  /// @param rho intraclass correlation
  /// @param weightSpread weights alternate between 1 and 1 + this
  private record Scenario(
      double p, int strata, int psus, int take, double rho, double weightSpread) {
    String name() {
      return String.format(
          Locale.ROOT,
          "p=%.2f strata=%d psus=%d take=%d rho=%.2f weights 1:%.1f",
          p,
          strata,
          psus,
          take,
          rho,
          1 + weightSpread);
    }
  }

  private static List<Scenario> scenarios() {
    return List.of(
        new Scenario(0.50, 1, 60, 1, 0, 0),
        new Scenario(0.50, 1, 100, 1, 0, 0),
        new Scenario(0.20, 1, 100, 1, 0, 0),
        new Scenario(0.05, 1, 100, 1, 0, 0),
        new Scenario(0.02, 1, 400, 1, 0, 0),
        new Scenario(0.20, 4, 100, 1, 0, 1),
        new Scenario(0.50, 1, 30, 10, 0.03, 0),
        new Scenario(0.20, 1, 30, 10, 0.03, 0),
        new Scenario(0.20, 5, 6, 10, 0.05, 1),
        new Scenario(0.50, 10, 4, 10, 0.03, 0.5),
        new Scenario(0.50, 20, 2, 10, 0.03, 0),
        new Scenario(0.05, 10, 4, 10, 0.03, 0),
        new Scenario(0.50, 1, 10, 20, 0.05, 0),
        new Scenario(0.10, 1, 10, 20, 0.05, 0));
  }

  /// Runs every scenario and prints a table; what lies outside 93 to 97 % is explained below it.
  public void run(Consumer<String> out) {
    StringBuilder head = new StringBuilder(String.format("%-58s", "scenario"));
    METHODS.forEach(m -> head.append(String.format("%18s", m)));
    out.accept(head.toString());
    long outside = 0;
    for (Scenario scenario : scenarios()) {
      Map<ProportionInterval, Integer> held = new EnumMap<>(ProportionInterval.class);
      for (int sample = 0; sample < samples; sample++) {
        Proportion estimate = estimate(scenario, sample);
        for (ProportionInterval method : METHODS) {
          Interval interval = method.of(estimate);
          Double low = interval.low();
          Double high = interval.high();
          boolean holds = low != null && high != null && low <= scenario.p && scenario.p <= high;
          held.merge(method, holds ? 1 : 0, Integer::sum);
        }
      }
      StringBuilder row = new StringBuilder(String.format("%-58s", scenario.name()));
      for (ProportionInterval method : METHODS) {
        double coverage = (double) held.getOrDefault(method, 0) / samples;
        boolean isOutside = coverage < 0.93 || coverage > 0.97;
        outside += isOutside && method == ProportionInterval.KORN_GRAUBARD ? 1 : 0;
        row.append(String.format(Locale.ROOT, "%17.3f%s", coverage, isOutside ? "*" : " "));
      }
      out.accept(row.toString());
    }
    out.accept(
        "* outside 0.93 to 0.97. "
            + outside
            + " of "
            + scenarios().size()
            + " for the default method.");
    out.accept(
        "The default is the exact binomial interval on the effective sample: in simple random samples its");
    out.accept(
        "discreteness makes it cover somewhat more than 0.97, the more so the fewer the answers that");
    out.accept(
        "differ from the rest. WALD fails there, which is why it is never used for verdicts.");
  }

  private static Proportion estimate(Scenario s, int sample) {
    int units = s.strata * s.psus;
    double[] weight = new double[units];
    double[] yes = new double[units];
    double sum = 0;
    double total = 0;
    for (int unit = 0; unit < units; unit++) {
      weight[unit] = 1 + (unit % 2) * s.weightSpread;
      double p = unitProportion(s, sample, unit);
      for (int k = 0; k < s.take; k++) {
        yes[unit] += CounterRandom.uniform(SEED, unit, sample, k + 1L) < p ? 1 : 0;
      }
      sum += weight[unit] * s.take;
      total += weight[unit] * yes[unit];
    }
    double mean = total / sum;
    double variance = 0;
    for (int h = 0; h < s.strata; h++) {
      double[] t = new double[s.psus];
      double centre = 0;
      for (int i = 0; i < s.psus; i++) {
        int unit = h * s.psus + i;
        t[i] = weight[unit] * (yes[unit] - mean * s.take) / sum;
        centre += t[i] / s.psus;
      }
      for (double value : t) {
        variance += s.psus / (s.psus - 1.0) * (value - centre) * (value - centre);
      }
    }
    boolean constant = mean == 0 || mean == 1;
    return new Proportion(
        Math.clamp(mean, 0, 1),
        constant ? 0 : variance,
        units * s.take,
        units - (double) s.strata,
        LEVEL);
  }

  /// Two points p ± √(ρp(1-p)) with equal chance, moved inside [0, 1] by unequal chances.
  private static double unitProportion(Scenario s, int sample, int unit) {
    if (s.rho == 0) {
      return s.p;
    }
    double spread = Math.sqrt(s.rho * s.p * (1 - s.p));
    double down = Math.min(spread, s.p);
    double up = spread * spread / down;
    double chanceUp = down / (down + up);
    return CounterRandom.uniform(SEED, unit, sample, 0) < chanceUp ? s.p + up : s.p - down;
  }
}
