package cabildo.members;

import cabildo.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/// A class of municipalities that are alike in size.
///
/// @param from the smallest population in it
/// @param below the smallest population that is no longer in it; absent in the last
public record SizeStratum(String slug, LocalText name, int from, @Nullable Integer below) {
  public boolean holds(int population) {
    return population >= from && (below == null || population < below);
  }
}
