package cabildo.statistics.selection;

import java.util.ArrayList;
import java.util.List;

/// Sampling with probability proportional to size.
///
/// π_k = n x_k/Σx, units that would reach 1 taken with certainty and the rest recomputed.
/// Systematic selection takes unit k when u plus a whole number falls in (V_{k-1}, V_k]. Madow
/// (1949), *Annals of Mathematical Statistics* 20.
///
/// @param probabilities π_k in frame order
@SuppressWarnings("ArrayRecordComponent")
public record ProportionalToSize(double[] probabilities) {

  /// Inclusion probabilities for n units.
  ///
  /// @throws IllegalArgumentException when a size is negative, or fewer than n are above 0
  public static ProportionalToSize of(double[] sizes, int n) {
    int positive = 0;
    for (double size : sizes) {
      if (!(size >= 0)) {
        throw new IllegalArgumentException("sizes must be at least 0, but one is " + size);
      }
      positive += size > 0 ? 1 : 0;
    }
    if (n < 0 || n > positive) {
      throw new IllegalArgumentException(
          "cannot draw " + n + " of " + positive + " units with size");
    }
    double[] pi = new double[sizes.length];
    boolean changed = true;
    while (changed) {
      double sum = 0;
      int left = n;
      for (int k = 0; k < pi.length; k++) {
        sum += pi[k] >= 1 ? 0 : sizes[k];
        left -= pi[k] >= 1 ? 1 : 0;
      }
      changed = false;
      for (int k = 0; k < pi.length && sum > 0; k++) {
        if (pi[k] < 1) {
          pi[k] = left * sizes[k] / sum;
          changed |= pi[k] >= 1 - 1e-12;
          pi[k] = pi[k] >= 1 - 1e-12 ? 1 : pi[k];
        }
      }
    }
    return new ProportionalToSize(pi);
  }

  /// Positions of units taken with certainty.
  public List<Integer> certainties() {
    List<Integer> out = new ArrayList<>();
    for (int k = 0; k < probabilities.length; k++) {
      if (probabilities[k] >= 1) {
        out.add(k);
      }
    }
    return List.copyOf(out);
  }

  /// Positions selected with start u in [0, 1), in frame order.
  public List<Integer> systematic(double start) {
    if (!(start >= 0 && start < 1)) {
      throw new IllegalArgumentException("the start must be in [0, 1), but is " + start);
    }
    List<Integer> selected = new ArrayList<>();
    double before = 0;
    for (int k = 0; k < probabilities.length; k++) {
      double after = before + probabilities[k];
      if (Math.floor(after - start + 1e-11) > Math.floor(before - start + 1e-11)) {
        selected.add(k);
      }
      before = after;
    }
    return List.copyOf(selected);
  }

  /// Design weight 1/π of a unit.
  public double weight(int unit) {
    return 1 / probabilities[unit];
  }
}
