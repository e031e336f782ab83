package cabildo.studies.fieldwork;

import cabildo.members.Territory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A municipality with all its drawn units, and its volunteers apart.
///
/// @param units empty when it was not drawn
/// @param margin to be expected there; absent where none is promised or can be told yet
public record Place(
    Territory territory,
    List<UnitState> units,
    long volunteers,
    Standing standing,
    @Nullable Double margin) {

  public boolean isDrawn() {
    return !units.isEmpty();
  }

  public long planned() {
    return units.stream().mapToLong(UnitState::planned).sum();
  }

  public long issued() {
    return units.stream().mapToLong(UnitState::issued).sum();
  }

  public long answered() {
    return units.stream().mapToLong(UnitState::answered).sum();
  }

  public long rejected() {
    return units.stream().mapToLong(UnitState::rejected).sum();
  }

  /// Answers per planned answer, at most 1.
  public double share() {
    return planned() == 0 ? 0 : Math.min(1, (double) answered() / planned());
  }
}
