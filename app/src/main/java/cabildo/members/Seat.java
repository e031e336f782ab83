package cabildo.members;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// The place from which a territory is governed.
///
/// @param lat degrees north
/// @param lon degrees east
public record Seat(UUID id, double lat, double lon, int population) {

  public static Optional<Seat> of(Territory territory) {
    return territory.seatLat() == null || territory.seatLon() == null
        ? Optional.empty()
        : Optional.of(
            new Seat(
                territory.id(), territory.seatLat(), territory.seatLon(), territory.population()));
  }

  /// A coordinate without its sign, to a hundredth of a degree: about a kilometre.
  public static String degrees(double coordinate) {
    return String.format(Locale.ROOT, "%.2f°", Math.abs(coordinate));
  }
}
