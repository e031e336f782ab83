package cabildo.statistics.verdict;

import cabildo.statistics.planning.Invitations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The cheapest further fieldwork that turns a verdict into `CONCLUSIVE`, or why none can.
///
/// Future answers are taken to have the proportion estimated so far (one half without an estimate)
/// and the stated design effect, so V = D p(1-p)/n; the policy itself judges the projected
/// evidence.
public sealed interface WhatItWouldTake {
  /// Gates that more completes in more places can open.
  Set<ReasonCode> MENDED_BY_NUMBERS =
      Set.copyOf(
          EnumSet.of(
              ReasonCode.SMALL_CELL,
              ReasonCode.VARIANCE_NOT_ESTIMABLE,
              ReasonCode.STRATUM_COVERAGE,
              ReasonCode.TOO_FEW_RESPONSES,
              ReasonCode.FEW_RESPONSES,
              ReasonCode.FEW_DEGREES_OF_FREEDOM,
              ReasonCode.INTERVAL_TOO_WIDE,
              ReasonCode.MARGIN_EXCEEDED,
              ReasonCode.MARGIN_ABOVE_PLAN));

  /// Gates that no number of answers opens: the sample has to be drawn, with a frozen plan.
  Set<ReasonCode> BEYOND_ANY_NUMBER =
      Set.copyOf(
          EnumSet.of(
              ReasonCode.VOLUNTEER_SAMPLE,
              ReasonCode.UNKNOWN_PROBABILITIES,
              ReasonCode.PLAN_NOT_FROZEN));

  /// Nothing: the figure is conclusive.
  record Nothing() implements WhatItWouldTake {}

  /// No number of answers can; volunteers least of all.
  ///
  /// @param reasons why
  record NoNumberCan(List<ReasonCode> reasons) implements WhatItWouldTake {
    /// Copies the reasons.
    public NoNumberCan {
      reasons = List.copyOf(reasons);
    }
  }

  /// More completes, placed.
  ///
  /// @param completes in all
  /// @param newStrata strata (municipalities) to open
  /// @param price in the currency of the costs
  /// @param invitations expected to be needed
  /// @param placements completes per stratum, strata without any left out
  /// @param projected the verdict after them
  /// @param otherConditions gates that stay closed and need something else: a follow-up of
  ///   nonrespondents, a better frame
  record Fieldwork(
      long completes,
      int newStrata,
      double price,
      long invitations,
      List<Placement> placements,
      Verdict projected,
      List<ReasonCode> otherConditions)
      implements WhatItWouldTake {
    /// Copies the lists.
    public Fieldwork {
      placements = List.copyOf(placements);
      otherConditions = List.copyOf(otherConditions);
    }
  }

  /// Completes in one stratum.
  ///
  /// @param opens nobody has answered there yet
  record Placement(String stratum, long completes, boolean opens) {}

  /// What it would take in one domain.
  static WhatItWouldTake of(DecisionPolicy policy, Evidence evidence, FieldState state) {
    Verdict now = policy.judge(evidence);
    List<ReasonCode> fatal = now.reasons().stream().filter(BEYOND_ANY_NUMBER::contains).toList();
    if (!fatal.isEmpty()) {
      return new NoNumberCan(fatal);
    }
    if (now.outcome() == Verdict.Outcome.CONCLUSIVE) {
      return new Nothing();
    }
    return new Search(policy, evidence, state).cheapest();
  }

  /// The search of one domain.
  record Search(DecisionPolicy policy, Evidence evidence, FieldState state) {
    private static final long MOST = 1L << 40;

    WhatItWouldTake cheapest() {
      Map<String, Long> placed = coverage();
      long forCoverage = placed.values().stream().mapToLong(n -> n).sum();
      double covered = coveredShare(placed);
      long enough = smallest(forCoverage, covered, placed.size());
      if (enough < 0) {
        return new NoNumberCan(
            projected(MOST, covered, placed.size()).reasons().stream()
                .filter(MENDED_BY_NUMBERS::contains)
                .toList());
      }
      spread(placed, enough - forCoverage);
      return fieldwork(placed, enough, projected(enough, covered, opened(placed)));
    }

    private Fieldwork fieldwork(Map<String, Long> placed, long completes, Verdict verdict) {
      List<Placement> placements = new ArrayList<>();
      for (FieldState.Stratum stratum : state.strata()) {
        Long n = placed.get(stratum.name());
        if (n != null && n > 0) {
          placements.add(new Placement(stratum.name(), n, stratum.respondents() == 0));
        }
      }
      int opened = opened(placed);
      return new Fieldwork(
          completes,
          opened,
          completes * state.costPerComplete() + opened * state.costPerStratum(),
          completes == 0 ? 0 : Invitations.expected(completes, state.responseRate()),
          placements,
          verdict,
          verdict.reasons());
    }

    private int opened(Map<String, Long> placed) {
      return (int)
          state.strata().stream()
              .filter(s -> s.respondents() == 0 && placed.getOrDefault(s.name(), 0L) > 0)
              .count();
    }

    private double coveredShare(Map<String, Long> placed) {
      double covered = 0;
      for (FieldState.Stratum s : state.strata()) {
        boolean reaches = s.respondents() + placed.getOrDefault(s.name(), 0L) >= 2;
        covered += s.isCovered() || reaches ? s.population() : 0;
      }
      return state.population() > 0 ? covered / state.population() : 0;
    }

    /// The cheapest strata to lift to two respondents until the covered share suffices.
    ///
    /// A stratum costs one complete, or two and its opening; within each kind the largest come
    /// first, so trying every count of one kind with the fewest of the other is exact.
    private Map<String, Long> coverage() {
      double missing =
          policy.minStratumCoverage() * state.population()
              - state.coveredShare() * state.population();
      if (missing <= 1e-9 * state.population()) {
        return new TreeMap<>();
      }
      Comparator<FieldState.Stratum> largest =
          Comparator.comparingDouble(FieldState.Stratum::population)
              .reversed()
              .thenComparing(FieldState.Stratum::name);
      List<FieldState.Stratum> begun =
          state.strata().stream()
              .filter(s -> !s.isCovered() && s.respondents() == 1)
              .sorted(largest)
              .toList();
      List<FieldState.Stratum> empty =
          state.strata().stream()
              .filter(s -> !s.isCovered() && s.respondents() == 0)
              .sorted(largest)
              .toList();
      double bestPrice = Double.POSITIVE_INFINITY;
      Map<String, Long> best = all(begun, empty);
      double reached = 0;
      for (int ones = 0; ones <= begun.size(); ones++) {
        reached += ones == 0 ? 0 : begun.get(ones - 1).population();
        double left = missing - reached;
        int twos = 0;
        while (twos < empty.size() && left > 1e-9 * state.population()) {
          left -= empty.get(twos++).population();
        }
        double price =
            (ones + 2.0 * twos) * state.costPerComplete() + twos * state.costPerStratum();
        if (left <= 1e-9 * state.population() && price < bestPrice) {
          bestPrice = price;
          best = all(begun.subList(0, ones), empty.subList(0, twos));
        }
      }
      return best;
    }

    private static Map<String, Long> all(
        List<FieldState.Stratum> begun, List<FieldState.Stratum> empty) {
      Map<String, Long> placed = new TreeMap<>();
      begun.forEach(s -> placed.put(s.name(), 1L));
      empty.forEach(s -> placed.put(s.name(), 2L));
      return placed;
    }

    /// Fewest completes, from `least` on, after which no gate that numbers open is closed; -1 if
    /// none.
    private long smallest(long least, double covered, int newStrata) {
      long population = (long) Math.max(0, state.population() - evidence.n());
      long low = least - 1;
      long high = Math.max(1, least);
      while (!suffices(high, covered, newStrata)) {
        if (high >= Math.min(MOST, Math.max(1, population))) {
          return -1;
        }
        low = high;
        high = Math.min(high * 2, Math.max(1, population));
      }
      while (high - low > 1) {
        long middle = low + (high - low) / 2;
        if (suffices(middle, covered, newStrata)) {
          high = middle;
        } else {
          low = middle;
        }
      }
      return high;
    }

    private boolean suffices(long added, double covered, int newStrata) {
      return projected(added, covered, newStrata).reasons().stream()
          .noneMatch(MENDED_BY_NUMBERS::contains);
    }

    private Verdict projected(long added, double covered, int newStrata) {
      int n = (int) Math.min(Integer.MAX_VALUE, evidence.n() + added);
      Double known = evidence.p();
      double p = known == null ? 0.5 : known;
      double units = Math.floor(added / state.takePerUnit());
      double df = Math.max(evidence.df(), 0) + Math.max(0, units - newStrata);
      @Nullable Double se =
          n == 0 ? null : (Double) Math.sqrt(state.designEffect() * p * (1 - p) / n);
      return policy.judge(
          new Evidence(
              evidence.kind(),
              evidence.planFrozen(),
              evidence.knownProbabilities(),
              evidence.levelOfDomain(),
              p,
              se,
              n,
              df,
              evidence.frameCoverage(),
              Math.max(
                  covered, evidence.stratumCoverage() == null ? 0 : evidence.stratumCoverage()),
              evidence.responseRate(),
              evidence.rIndicator(),
              evidence.maxStdDiff()));
    }

    /// Spreads further completes over covered strata in proportion to population, by largest
    /// remainder.
    private void spread(Map<String, Long> placed, long completes) {
      List<FieldState.Stratum> open =
          state.strata().stream()
              .filter(s -> s.isCovered() || placed.containsKey(s.name()))
              .toList();
      List<FieldState.Stratum> into = open.isEmpty() ? state.strata() : open;
      double all = into.stream().mapToDouble(FieldState.Stratum::population).sum();
      long left = completes;
      Map<String, Double> remainder = new TreeMap<>();
      for (FieldState.Stratum s : into) {
        double share =
            all > 0 ? completes * s.population() / all : (double) completes / into.size();
        long whole = (long) Math.floor(share);
        placed.merge(s.name(), whole, Long::sum);
        remainder.put(s.name(), share - whole);
        left -= whole;
      }
      remainder.entrySet().stream()
          .sorted(
              Map.Entry.<String, Double>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(Math.max(0, left))
          .forEach(entry -> placed.merge(entry.getKey(), 1L, Long::sum));
    }
  }
}
