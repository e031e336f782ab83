package cabildo.studies.fieldwork;

import cabildo.members.Seat;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cartogram as Dorling (1996) draws it: a circle for each place, its area the population, moved
/// from the seats just so far that none covers another. The same places give the same picture.
///
/// @param height of the picture, which is 400 wide
/// @param circles by place
public record Cartogram(int height, Map<UUID, Circle> circles) {
  private static final double WIDTH = 400;
  private static final double MARGIN = 4;

  /// Of the box around the seats, for all circles together.
  private static final double FILLED = 0.55;

  private static final double PULL = 0.04;
  private static final int ROUNDS = 300;
  private static final int MOST_ROUNDS = 3000;
  private static final double GOLDEN_ANGLE = 2.399963;

  /// @param x, y the middle, in units of the picture
  public record Circle(double x, double y, double radius) {}

  static Cartogram of(List<Seat> seats) {
    return seats.isEmpty() ? new Cartogram(0, Map.of()) : new Layout(seats).settle().picture();
  }

  public @Nullable Circle of(UUID place) {
    return circles.get(place);
  }

  /// The circles on their way; lengths in degrees of latitude.
  private static final class Layout {
    private final List<Seat> seats;
    private final int n;
    private final double[] homeX;
    private final double[] homeY;
    private final double[] x;
    private final double[] y;
    private final double[] radius;
    private final Integer[] byX;
    private final double largest;

    Layout(List<Seat> seats) {
      this.seats = seats;
      n = seats.size();
      double middle = seats.stream().mapToDouble(Seat::lat).average().orElse(0);
      double squeeze = Math.cos(Math.toRadians(middle));
      homeX = seats.stream().mapToDouble(seat -> seat.lon() * squeeze).toArray();
      homeY = seats.stream().mapToDouble(seat -> -seat.lat()).toArray();
      x = homeX.clone();
      y = homeY.clone();
      double people = seats.stream().mapToDouble(Layout::people).sum();
      double area = Math.max(1e-4, span(homeX)) * Math.max(1e-4, span(homeY)) * FILLED;
      radius =
          seats.stream()
              .mapToDouble(seat -> Math.sqrt(area * people(seat) / people / Math.PI))
              .toArray();
      largest = Arrays.stream(radius).max().orElse(0);
      byX = new Integer[n];
      Arrays.setAll(byX, i -> i);
    }

    /// At least one, so that every place has a circle.
    private static double people(Seat seat) {
      return Math.max(1, seat.population());
    }

    private static double span(double[] values) {
      return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    }

    /// First home pulls while overlaps push; then they only push, until there are none.
    Layout settle() {
      for (int round = 0; round < ROUNDS; round++) {
        double pull = PULL * (1 - (double) round / ROUNDS);
        for (int i = 0; i < n; i++) {
          x[i] += (homeX[i] - x[i]) * pull;
          y[i] += (homeY[i] - y[i]) * pull;
        }
        pushApart();
      }
      for (int round = ROUNDS; round < MOST_ROUNDS && pushApart(); round++) {
        // until nothing moves
      }
      return this;
    }

    /// @return whether two circles overlapped by more than a thousandth of the largest
    private boolean pushApart() {
      boolean overlapped = false;
      Arrays.sort(byX, Comparator.comparingDouble((Integer i) -> x[i]).thenComparingInt(i -> i));
      for (int a = 0; a < n; a++) {
        for (int b = a + 1; b < n; b++) {
          int i = byX[a];
          int j = byX[b];
          if (x[j] - x[i] > radius[i] + largest) {
            break;
          }
          overlapped |= push(i, j);
        }
      }
      return overlapped;
    }

    private boolean push(int i, int j) {
      double dx = x[j] - x[i];
      double dy = y[j] - y[i];
      double distance = Math.sqrt(dx * dx + dy * dy);
      double overlap = radius[i] + radius[j] - distance;
      if (overlap <= 0) {
        return false;
      }
      if (distance < 1e-9) {
        dx = Math.cos(GOLDEN_ANGLE * j);
        dy = Math.sin(GOLDEN_ANGLE * j);
        distance = 1;
      }
      double heavier = radius[i] * radius[i] / (radius[i] * radius[i] + radius[j] * radius[j]);
      double step = overlap * 1.01 / distance;
      x[i] -= dx * step * (1 - heavier);
      y[i] -= dy * step * (1 - heavier);
      x[j] += dx * step * heavier;
      y[j] += dy * step * heavier;
      return overlap > largest / 1000;
    }

    Cartogram picture() {
      double west = Double.MAX_VALUE;
      double north = Double.MAX_VALUE;
      double east = -Double.MAX_VALUE;
      double south = -Double.MAX_VALUE;
      for (int i = 0; i < n; i++) {
        west = Math.min(west, x[i] - radius[i]);
        east = Math.max(east, x[i] + radius[i]);
        north = Math.min(north, y[i] - radius[i]);
        south = Math.max(south, y[i] + radius[i]);
      }
      double scale = (WIDTH - 2 * MARGIN) / Math.max(east - west, south - north);
      double left = (WIDTH - (east - west) * scale) / 2;
      Map<UUID, Circle> circles = new HashMap<>();
      for (int i = 0; i < n; i++) {
        circles.put(
            seats.get(i).id(),
            new Circle(
                tenths(left + (x[i] - west) * scale),
                tenths(MARGIN + (y[i] - north) * scale),
                Math.max(1, tenths(radius[i] * scale))));
      }
      int height = (int) Math.ceil((south - north) * scale + 2 * MARGIN);
      return new Cartogram(height, Map.copyOf(circles));
    }

    private static double tenths(double value) {
      return Math.round(value * 10) / 10.0;
    }
  }
}
