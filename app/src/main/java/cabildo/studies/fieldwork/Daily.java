package cabildo.studies.fieldwork;

import cabildo.studies.Stream;
import cabildo.studies.submissions.Arrivals.Arrival;
import cabildo.studies.submissions.Mode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What arrived, day by day, as bars 400 units wide; by weeks when there are many days.
///
/// @param days to a bar: 1 or 7
/// @param most of the tallest bar
/// @param modes how much came in by which way, of the sample and of volunteers
public record Daily(int days, long most, List<Bar> bars, Map<Stream, Map<Mode, Long>> modes) {
  static final int HEIGHT = 110;
  private static final double WIDTH = 400;
  private static final int MOST_BARS = 60;

  /// @param from the first of its days
  public record Bar(
      LocalDate from,
      long sample,
      long volunteers,
      double x,
      double width,
      double sampleHeight,
      double volunteersHeight) {

    public double sampleY() {
      return tenths(HEIGHT - sampleHeight);
    }

    public double volunteersY() {
      return tenths(HEIGHT - sampleHeight - volunteersHeight);
    }
  }

  private record Sum(long sample, long volunteers) {
    Sum plus(Arrival arrival) {
      return switch (arrival.stream()) {
        case PROBABILITY -> new Sum(sample + arrival.n(), volunteers);
        case VOLUNTEER -> new Sum(sample, volunteers + arrival.n());
      };
    }
  }

  static Daily of(List<Arrival> arrivals) {
    Map<Stream, Map<Mode, Long>> modes = new EnumMap<>(Stream.class);
    for (Arrival one : arrivals) {
      modes
          .computeIfAbsent(one.stream(), _ -> new EnumMap<>(Mode.class))
          .merge(one.mode(), one.n(), Long::sum);
    }
    if (arrivals.isEmpty()) {
      return new Daily(1, 0, List.of(), modes);
    }
    LocalDate first = arrivals.getFirst().day();
    long all = ChronoUnit.DAYS.between(first, arrivals.getLast().day()) + 1;
    int days = all <= MOST_BARS ? 1 : 7;
    TreeMap<Long, Sum> sums = new TreeMap<>();
    for (Arrival one : arrivals) {
      long bar = ChronoUnit.DAYS.between(first, one.day()) / days;
      sums.put(bar, sums.getOrDefault(bar, new Sum(0, 0)).plus(one));
    }
    long most = sums.values().stream().mapToLong(s -> s.sample() + s.volunteers()).max().orElse(1);
    return new Daily(
        days, most, bars(first, days, Math.ceilDiv(all, (long) days), sums, most), modes);
  }

  private static List<Bar> bars(
      LocalDate first, int days, long count, Map<Long, Sum> sums, long most) {
    double step = Math.min(WIDTH / count, 24);
    List<Bar> bars = new ArrayList<>();
    sums.forEach((number, sum) ->
        bars.add(
            new Bar(
                first.plusDays(number * days),
                sum.sample(),
                sum.volunteers(),
                tenths(number * step),
                tenths(Math.max(1, step * 0.8)),
                tenths((double) HEIGHT * sum.sample() / most),
                tenths((double) HEIGHT * sum.volunteers() / most))));
    return bars;
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }

  public int height() {
    return HEIGHT;
  }

  public long total() {
    return bars.stream().mapToLong(bar -> bar.sample() + bar.volunteers()).sum();
  }

  public long of(Stream stream, Mode mode) {
    return modes.getOrDefault(stream, Map.of()).getOrDefault(mode, 0L);
  }
}
