package cabildo.studies.fieldwork;

import cabildo.members.Seat;
import cabildo.members.Territory;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.springframework.stereotype.Component;

/// Pictures of territories, made once for the same places.
@Component
class Pictures {
  private final Cache<List<Seat>, Cartogram> cartograms =
      Caffeine.newBuilder().maximumSize(50).build();

  /// Places without a seat on record have no circle.
  Cartogram cartogram(List<Territory> places) {
    List<Seat> seats = places.stream().flatMap(place -> Seat.of(place).stream()).toList();
    return cartograms.get(seats, Cartogram::of);
  }
}
