package cabildo.members;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Where a municipality stands among those of its state.
///
/// @param rank its place by population, 1 for the largest; those of equal size share a place
/// @param of how many municipalities the state has
/// @param nearest the five nearest seats; empty where its own is not on record
public record Neighbourhood(int rank, int of, List<Near> nearest, SeatMap map) {
  private static final int NEAREST = 5;

  public record Near(Territory territory, long kilometres) {}

  /// @param all the municipalities of the state, this one among them
  /// @param name as it stands beside its circle
  public static Neighbourhood of(Territory here, List<Territory> all, String name) {
    long larger = all.stream().filter(other -> other.population() > here.population()).count();
    List<Near> nearest = Seat.of(here).map(seat -> nearest(seat, all)).orElse(List.of());
    return new Neighbourhood(
        (int) larger + 1, all.size(), nearest, SeatMap.of(all, Set.of(here.id()), name));
  }

  private static List<Near> nearest(Seat here, List<Territory> all) {
    return all.stream()
        .filter(other -> !other.id().equals(here.id()))
        .flatMap(other -> Seat.of(other).stream().map(seat -> near(here, seat, other)))
        .sorted(
            Comparator.comparingLong(Near::kilometres)
                .thenComparing(near -> near.territory().code()))
        .limit(NEAREST)
        .toList();
  }

  private static Near near(Seat here, Seat there, Territory territory) {
    return new Near(territory, Math.round(SeatMap.kilometres(here, there)));
  }
}
