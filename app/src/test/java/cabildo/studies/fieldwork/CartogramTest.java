package cabildo.studies.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.members.Seat;
import cabildo.studies.fieldwork.Cartogram.Circle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CartogramTest {
  @Property(tries = 60)
  void circlesLieInThePictureAndDoNotCoverEachOther(@ForAll("seats") List<Seat> seats) {
    Cartogram picture = Cartogram.of(seats);
    List<Circle> circles = seats.stream().map(seat -> circle(picture, seat)).toList();
    for (int i = 0; i < circles.size(); i++) {
      Circle a = circles.get(i);
      assertThat(a.x() - a.radius()).isGreaterThan(-2);
      assertThat(a.x() + a.radius()).isLessThan(402);
      assertThat(a.y() + a.radius()).isLessThan(picture.height() + 2);
      for (int j = 0; j < i; j++) {
        Circle b = circles.get(j);
        double distance = Math.hypot(a.x() - b.x(), a.y() - b.y());
        // no radius is shown below one unit, and coordinates are rounded
        double least = Math.max(0, a.radius() + b.radius() - 2.5);
        assertThat(distance).isGreaterThanOrEqualTo(least * 0.97);
      }
    }
  }

  @Property(tries = 20)
  void theSamePlacesGiveTheSamePicture(@ForAll("seats") List<Seat> seats) {
    assertThat(Cartogram.of(seats)).isEqualTo(Cartogram.of(List.copyOf(seats)));
  }

  @Test
  void areaIsPopulation() {
    Seat large = new Seat(new UUID(0, 1), 19, -99, 400_000);
    Seat small = new Seat(new UUID(0, 2), 20, -100, 100_000);
    Cartogram picture = Cartogram.of(List.of(large, small));
    double ratio = circle(picture, large).radius() / circle(picture, small).radius();
    assertThat(ratio).isBetween(1.98, 2.02);
    assertThat(circle(picture, large).y())
        .as("the southern one lies below")
        .isGreaterThan(circle(picture, small).y());
  }

  @Test
  void noPlacesGiveNoPicture() {
    assertThat(Cartogram.of(List.of()).circles()).isEmpty();
  }

  private static Circle circle(Cartogram picture, Seat seat) {
    return Objects.requireNonNull(picture.of(seat.id()));
  }

  /// Also several at one place, and without people.
  @Provide
  Arbitrary<List<Seat>> seats() {
    Arbitrary<double[]> one =
        Combinators.combine(
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 2_000_000))
            .as((lat, lon, people) -> new double[] {18 + lat / 20.0, -100 + lon / 20.0, people});
    return one.list()
        .ofMinSize(1)
        .ofMaxSize(130)
        .map(all -> {
          List<Seat> seats = new ArrayList<>();
          for (double[] seat : all) {
            UUID id = new UUID(0, seats.size());
            seats.add(new Seat(id, seat[0], seat[1], (int) seat[2]));
          }
          return seats;
        });
  }
}
