package cabildo.statistics.design;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which columns of a table say how the sample was drawn.
///
/// @param ids a column of unit labels per stage; empty means that every row is its own unit
/// @param strata column of first-stage strata, or `null` for one stratum
/// @param weights column of weights, or `null` when they are the product over stages of N/n
/// @param populations a column of population counts per stage, as many as are known
/// @param lonely rule for strata with a single sampled unit
/// @param adjustDomainLonely apply the rule also where only one sampled unit holds the domain
public record DesignSpec(
    List<String> ids,
    @Nullable String strata,
    @Nullable String weights,
    List<String> populations,
    LonelyPsu lonely,
    boolean adjustDomainLonely) {
  /// Copies the lists and refuses more counts than stages.
  public DesignSpec {
    ids = List.copyOf(ids);
    populations = List.copyOf(populations);
    if (populations.size() > Math.max(1, ids.size())) {
      throw new IllegalArgumentException(
          "there are " + populations.size() + " population columns for " + ids.size() + " stages");
    }
    if (weights == null && populations.isEmpty()) {
      throw new IllegalArgumentException("weights or population counts are needed");
    }
  }

  /// A one-stage design of primary units in strata with weights, without population counts.
  public static DesignSpec clustered(String psu, @Nullable String strata, String weights) {
    return new DesignSpec(List.of(psu), strata, weights, List.of(), LonelyPsu.FAIL, false);
  }

  /// The same design with another rule for lonely units.
  public DesignSpec with(LonelyPsu rule) {
    return new DesignSpec(ids, strata, weights, populations, rule, adjustDomainLonely);
  }
}
