package cabildo.statistics.planning;

import cabildo.statistics.numeric.Roots;
import java.util.List;

/// The margin that a budget buys in every domain alike.
public final class CommonMargin {
  private CommonMargin() {}

  /// Root e of Σ n_h(e) = n with unrounded sizes; NaN when n is not below Σ N_h.
  public static double of(List<SampleSize> domains, double n) {
    return Roots.root(
        e -> domains.stream().mapToDouble(domain -> domain.exact(e)).sum() - n, 1e-9, 10, 1e-14);
  }
}
