package cabildo.instruments.scoring;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/// Counts working days after `from`, up to and with `to`; whoever knows the holidays brings one.
@FunctionalInterface
public interface DayCount {
  long between(LocalDate from, LocalDate to);

  /// Monday to Friday, without holidays. More than ten years count as ten years.
  static DayCount weekdays() {
    return (from, to) -> {
      LocalDate last = to.isAfter(from.plusYears(10)) ? from.plusYears(10) : to;
      return Stream.iterate(from.plusDays(1), day -> !day.isAfter(last), day -> day.plusDays(1))
          .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
          .count();
    };
  }

  /// Every day.
  static DayCount calendar() {
    return ChronoUnit.DAYS::between;
  }
}
