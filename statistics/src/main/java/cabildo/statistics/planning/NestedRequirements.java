package cabildo.statistics.planning;

import cabildo.statistics.Status;
import cabildo.statistics.numeric.Distributions;
import java.util.List;
import java.util.PriorityQueue;

/// Sizes that keep the margins of municipalities, of regions and of the state together.
///
/// Starts at each municipality's own requirement, then, for every group whose variance Σ W_h² D
/// S_h² (1/n_h-1/N_h) exceeds its limit (e/z)², adds one unit at a time where that variance falls
/// most. A greedy step in the sense of Chromy (1987); a full programme would find slightly smaller
/// samples.
///
/// @param status `OK`, or `INFEASIBLE` when a whole group observed does not suffice
/// @param sizes per municipality
@SuppressWarnings("ArrayRecordComponent")
public record NestedRequirements(Status status, long[] sizes) {
  /// A group of municipalities with a promised half-width.
  ///
  /// @param members positions
  /// @param margin e
  public record Group(List<Integer> members, double margin) {
    /// Copies the members.
    public Group {
      members = List.copyOf(members);
    }
  }

  /// Raises `start` until every group keeps its margin, at p = 1/2.
  public static NestedRequirements of(
      double[] populations, long[] start, List<Group> groups, double designEffect, double level) {
    long[] n = start.clone();
    double z = Distributions.zCritical(level);
    for (Group group : groups) {
      double all = group.members().stream().mapToDouble(h -> populations[h]).sum();
      double limit = (group.margin() / z) * (group.margin() / z);
      double variance = 0;
      PriorityQueue<Step> steps = new PriorityQueue<>();
      for (int h : group.members()) {
        double share = populations[h] / all;
        double spread = share * share * designEffect * 0.25;
        n[h] = Math.max(1, n[h]);
        variance += Math.max(0, spread * (1.0 / n[h] - 1 / populations[h]));
        steps.add(new Step(h, spread, n[h], populations[h]));
      }
      while (variance > limit * (1 + 1e-12) && !steps.isEmpty()) {
        Step step = steps.remove();
        if (step.size + 1 > step.population) {
          continue;
        }
        variance -= step.gain();
        n[step.stratum]++;
        steps.add(new Step(step.stratum, step.spread, step.size + 1, step.population));
      }
      if (variance > limit * (1 + 1e-9)) {
        return new NestedRequirements(Status.INFEASIBLE, n);
      }
    }
    return new NestedRequirements(Status.OK, n);
  }

  private record Step(int stratum, double spread, long size, double population)
      implements Comparable<Step> {
    double gain() {
      return spread / (size * (size + 1.0));
    }

    @Override
    public int compareTo(Step other) {
      int byGain = Double.compare(other.gain(), gain());
      return byGain != 0 ? byGain : Integer.compare(stratum, other.stratum);
    }
  }
}
