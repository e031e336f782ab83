package cabildo.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cabildo.kernel.Ids;
import cabildo.kernel.LocalText;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeatMapTest {

  @Property
  void noCircleLeavesThePicture(@ForAll("places") List<Territory> places) {
    var map = SeatMap.of(places, Set.of(), null);
    assertThat(map.others())
        .hasSameSizeAs(places)
        .allSatisfy(dot -> {
          assertThat(dot.x()).isBetween(dot.radius(), 400 - dot.radius());
          assertThat(dot.y()).isBetween(dot.radius(), map.height() - dot.radius());
          assertThat(dot.radius()).isBetween(2.0, 14.0);
        });
  }

  @Test
  void northIsAboveAndEastIsToTheRight() {
    var south = place("1", 18.4, -100.4, 10);
    var north = place("2", 20.2, -98.7, 10);
    var dots = SeatMap.of(List.of(south, north), Set.of(north.id()), "N");
    assertThat(dots.marked().getFirst().y()).isLessThan(dots.others().getFirst().y());
    assertThat(dots.marked().getFirst().x()).isGreaterThan(dots.others().getFirst().x());
    assertThat(dots.marked().getFirst().isFarRight()).isTrue();
  }

  @Test
  void theAreaOfACircleIsThePopulation() {
    var map =
        SeatMap.of(
            List.of(place("1", 19, -99, 400_000), place("2", 19.5, -99.5, 100_000)),
            Set.of(),
            null);
    assertThat(map.others()).extracting(SeatMap.Dot::radius).containsExactly(14.0, 7.0);
  }

  @Test
  void theWayBetweenTwoSeatsIsMeasuredOverTheGround() {
    // One degree of a meridian of a ball of 6371 km: 2 pi 6371 / 360.
    var a = Seat.of(place("1", 19.0, -99.0, 1)).orElseThrow();
    var b = Seat.of(place("2", 20.0, -99.0, 1)).orElseThrow();
    assertThat(SeatMap.kilometres(a, b)).isCloseTo(111.19, within(0.01));
    assertThat(SeatMap.kilometres(a, a)).isZero();
  }

  @Test
  void thoseOfEqualSizeShareAPlaceAndTheNearestComeFirst() {
    var here = place("1", 19.0, -99.0, 500);
    var all =
        List.of(
            here, place("2", 19.5, -99.0, 500), place("3", 19.1, -99.0, 900), unplaced("4", 100));
    var found = Neighbourhood.of(here, all, "Here");
    assertThat(found.rank()).isEqualTo(2);
    assertThat(found.of()).isEqualTo(4);
    assertThat(found.nearest())
        .extracting(near -> near.territory().code())
        .containsExactly("3", "2");
  }

  @Test
  void halfOfThePeopleAreCountedFromTheLargestDown() {
    var all =
        List.of(place("1", 19, -99, 50), place("2", 19.2, -99, 30), place("3", 19.4, -99, 20));
    var spread = Distribution.of(all, new SizeStrata().all());
    assertThat(spread.half()).isEqualTo(1);
    assertThat(spread.rows()).hasSize(5);
    assertThat(spread.rows().getFirst().people().percent()).isEqualTo("100.0%");
    assertThat(Distribution.of(List.of(), new SizeStrata().all()).half()).isZero();
  }

  @Provide
  Arbitrary<List<Territory>> places() {
    return Combinators.combine(
            Arbitraries.doubles().between(-90, 90),
            Arbitraries.doubles().between(-180, 180),
            Arbitraries.integers().between(0, 2_000_000))
        .as((lat, lon, population) -> place("1", lat, lon, population))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  private static Territory place(String code, double lat, double lon, int population) {
    return territory(code, lat, lon, population);
  }

  private static Territory unplaced(String code, int population) {
    return territory(code, null, null, population);
  }

  private static Territory territory(
      String code,
      @org.jspecify.annotations.Nullable Double lat,
      @org.jspecify.annotations.Nullable Double lon,
      int population) {
    return new Territory(
        Ids.next(),
        Ids.next(),
        Level.MUNICIPALITY,
        code,
        "m-" + code,
        LocalText.both(code, code),
        2020,
        population,
        null,
        null,
        null,
        null,
        null,
        null,
        lat,
        lon,
        "under-15000");
  }
}
