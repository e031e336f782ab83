package cabildo.members;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/// How the people of a state are spread over its municipalities.
///
/// @param half how many of the largest municipalities it takes to hold half of the people
public record Distribution(List<Row> rows, int municipalities, int half, SeatMap map) {

  /// @param adults of the municipalities for which they are held
  public record Row(SizeStratum stratum, int municipalities, Share people, long adults) {}

  public static Distribution of(List<Territory> all, List<SizeStratum> strata) {
    long people = people(all);
    List<Row> rows = strata.stream().map(stratum -> row(stratum, all, people)).toList();
    Set<UUID> half = half(all, people);
    return new Distribution(rows, all.size(), half.size(), SeatMap.of(all, half, null));
  }

  private static Row row(SizeStratum stratum, List<Territory> all, long people) {
    List<Territory> held =
        all.stream().filter(one -> stratum.slug().equals(one.sizeStratum())).toList();
    long adults =
        held.stream()
            .map(Territory::adults)
            .filter(Objects::nonNull)
            .mapToLong(Integer::longValue)
            .sum();
    return new Row(stratum, held.size(), new Share(people(held), people), adults);
  }

  private static Set<UUID> half(List<Territory> all, long people) {
    Set<UUID> half = new HashSet<>();
    long sum = 0;
    for (Territory one :
        all.stream().sorted(Comparator.comparingInt(Territory::population).reversed()).toList()) {
      if (2 * sum >= people) {
        break;
      }
      half.add(one.id());
      sum += one.population();
    }
    return half;
  }

  private static long people(List<Territory> territories) {
    return territories.stream().mapToLong(Territory::population).sum();
  }
}
