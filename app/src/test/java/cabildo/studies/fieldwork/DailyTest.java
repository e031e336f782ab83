package cabildo.studies.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.studies.Stream;
import cabildo.studies.submissions.Arrivals.Arrival;
import cabildo.studies.submissions.Mode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DailyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 6);

  @Test
  void eachDayIsABarWithVolunteersOnTop() {
    Daily daily =
        Daily.of(
            List.of(
                new Arrival(Stream.PROBABILITY, Mode.WEB, DAY, 30),
                new Arrival(Stream.PROBABILITY, Mode.PAPER, DAY, 20),
                new Arrival(Stream.VOLUNTEER, Mode.WEB, DAY, 50),
                new Arrival(Stream.PROBABILITY, Mode.WEB, DAY.plusDays(2), 10)));
    assertThat(daily.days()).isEqualTo(1);
    assertThat(daily.most()).isEqualTo(100);
    assertThat(daily.bars()).hasSize(2);
    assertThat(daily.bars().getFirst().sampleHeight()).isEqualTo(Daily.HEIGHT / 2.0);
    assertThat(daily.bars().getFirst().volunteersY()).isZero();
    assertThat(daily.bars().getLast().x()).as("the empty day keeps its place").isEqualTo(48);
    assertThat(daily.of(Stream.PROBABILITY, Mode.WEB)).isEqualTo(40);
  }

  @Test
  void manyDaysAreDrawnByWeeks() {
    Daily daily =
        Daily.of(
            List.of(
                new Arrival(Stream.PROBABILITY, Mode.WEB, DAY, 1),
                new Arrival(Stream.PROBABILITY, Mode.WEB, DAY.plusDays(6), 2),
                new Arrival(Stream.PROBABILITY, Mode.WEB, DAY.plusDays(80), 4)));
    assertThat(daily.days()).isEqualTo(7);
    assertThat(daily.bars()).extracting(Daily.Bar::sample).containsExactly(3L, 4L);
    assertThat(daily.bars().getLast().x() + daily.bars().getLast().width()).isLessThan(400);
  }

  @Test
  void nothingCameIn() {
    assertThat(Daily.of(List.of()).bars()).isEmpty();
  }
}
