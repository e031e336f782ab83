package cabildo.members;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The seats of a state's municipalities as circles whose area is their population, drawn 400 wide.
/// A degree of longitude is shortened as it is at the middle of the picture.
public record SeatMap(int height, List<Dot> others, List<Dot> marked, @Nullable String label) {
  private static final int WIDTH = 400;
  private static final double MOST_HEIGHT = 330;
  private static final double MARGIN = 16;
  private static final double LARGEST = 14;
  private static final double SMALLEST = 2;
  private static final double EARTH_KILOMETRES = 6371.0;

  /// @param x, y the middle, in units of the picture
  public record Dot(UUID id, double x, double y, double radius) {
    /// Whether a name to the right of it would leave the picture.
    public boolean isFarRight() {
      return x > WIDTH * 0.6;
    }
  }

  /// @param all those without a seat on record are left out
  /// @param marked those that are filled
  public static SeatMap of(List<Territory> all, Set<UUID> marked, @Nullable String label) {
    List<Seat> seats = all.stream().flatMap(territory -> Seat.of(territory).stream()).toList();
    var view = View.of(seats);
    List<Dot> dots =
        seats.stream()
            .sorted(Comparator.comparingInt(Seat::population).reversed())
            .map(view::dot)
            .toList();
    return new SeatMap(
        (int) Math.ceil(view.height()),
        dots.stream().filter(dot -> !marked.contains(dot.id())).toList(),
        dots.stream().filter(dot -> marked.contains(dot.id())).toList(),
        label);
  }

  /// The straight way over the ground between two seats; the Earth taken as a ball.
  static double kilometres(Seat a, Seat b) {
    double north = Math.sin(Math.toRadians(b.lat() - a.lat()) / 2);
    double east = Math.sin(Math.toRadians(b.lon() - a.lon()) / 2);
    double chord =
        north * north
            + Math.cos(Math.toRadians(a.lat())) * Math.cos(Math.toRadians(b.lat())) * east * east;
    return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(chord)));
  }

  private record View(
      double west, double north, double unitsPerDegree, double squeeze, double height, int most) {

    static View of(List<Seat> seats) {
      double west = seats.stream().mapToDouble(Seat::lon).min().orElse(0);
      double east = seats.stream().mapToDouble(Seat::lon).max().orElse(0);
      double south = seats.stream().mapToDouble(Seat::lat).min().orElse(0);
      double north = seats.stream().mapToDouble(Seat::lat).max().orElse(0);
      double squeeze = Math.cos(Math.toRadians((north + south) / 2));
      double across = Math.max((east - west) * squeeze, 1e-6);
      double down = Math.max(north - south, 1e-6);
      double scale = Math.min((WIDTH - 2 * MARGIN) / across, (MOST_HEIGHT - 2 * MARGIN) / down);
      double centred = west - ((WIDTH - 2 * MARGIN) / scale - across) / squeeze / 2;
      int most = seats.stream().mapToInt(Seat::population).max().orElse(1);
      return new View(centred, north, scale, squeeze, down * scale + 2 * MARGIN, Math.max(most, 1));
    }

    Dot dot(Seat seat) {
      return new Dot(
          seat.id(),
          tenths(MARGIN + (seat.lon() - west) * squeeze * unitsPerDegree),
          tenths(MARGIN + (north - seat.lat()) * unitsPerDegree),
          tenths(Math.max(SMALLEST, LARGEST * Math.sqrt((double) seat.population() / most))));
    }

    private static double tenths(double value) {
      return Math.round(value * 10) / 10.0;
    }
  }
}
