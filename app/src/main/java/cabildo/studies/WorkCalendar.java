package cabildo.studies;

import cabildo.db.Json;
import cabildo.kernel.LocalText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// On which days offices work, so that terms of law can be counted.
///
/// @param weekend the days of every week on which nobody works
/// @param holidays days that come back every year, or every few years
/// @param closures periods of one year, the last day included
public record WorkCalendar(
    LocalText name, Set<DayOfWeek> weekend, List<Holiday> holidays, List<Closure> closures) {

  public WorkCalendar {
    if (weekend.size() == 7) {
      throw new IllegalArgumentException("a calendar needs a day on which people work");
    }
    weekend = Set.copyOf(weekend);
    holidays = List.copyOf(holidays);
    closures = List.copyOf(closures);
  }

  /// A day by rule.
  ///
  /// @param day of the month; 0 when the turn of a weekday says it
  /// @param weekday with `turn`: the first, second … of the month
  /// @param every years from `from` on, until `to`
  /// @param source the law or gazette that says so
  public record Holiday(
      String name,
      int month,
      int day,
      DayOfWeek weekday,
      int turn,
      int every,
      int from,
      int to,
      String source) {

    boolean isOn(LocalDate date) {
      int year = date.getYear();
      return date.getMonthValue() == month
          && year >= from
          && year <= to
          && (year - from) % every == 0
          && date.equals(in(year));
    }

    private LocalDate in(int year) {
      LocalDate first = LocalDate.of(year, Month.of(month), 1);
      return day > 0
          ? first.withDayOfMonth(day)
          : first.with(TemporalAdjusters.dayOfWeekInMonth(turn, weekday));
    }
  }

  /// @param to the last day
  public record Closure(String name, LocalDate from, LocalDate to, String source) {
    boolean isOn(LocalDate date) {
      return !date.isBefore(from) && !date.isAfter(to);
    }
  }

  public boolean isWorkingDay(LocalDate date) {
    return !weekend.contains(date.getDayOfWeek())
        && holidays.stream().noneMatch(holiday -> holiday.isOn(date))
        && closures.stream().noneMatch(closure -> closure.isOn(date));
  }

  /// The last day of a term that begins to run on the working day after `date`.
  ///
  /// @param days working days, at least 1
  public LocalDate after(LocalDate date, int days) {
    LocalDate day = date;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /// Working days after `from` up to and with `to`; 0 when `to` is not later.
  public int between(LocalDate from, LocalDate to) {
    return (int)
        from.datesUntil(to.isBefore(from) ? from.plusDays(1) : to.plusDays(1))
            .skip(1)
            .filter(this::isWorkingDay)
            .count();
  }

  /// Reads the document of a calendar, as in `definitions/calendars`.
  public static WorkCalendar read(JsonNode document) {
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    document.path("weekend").forEach(day -> weekend.add(weekday(day.asString())));
    List<Holiday> holidays = new ArrayList<>();
    for (JsonNode rules : document.path("rules")) {
      String source = rules.path("source").asString();
      rules.path("days").forEach(day -> holidays.add(holiday(day, source)));
    }
    List<Closure> closures = new ArrayList<>();
    for (JsonNode year : document.path("closures")) {
      String source = year.path("source").asString();
      for (JsonNode period : year.path("periods")) {
        closures.add(
            new Closure(
                period.path("name").asString(),
                LocalDate.parse(period.path("from").asString()),
                LocalDate.parse(period.path("to").asString()),
                source));
      }
    }
    return new WorkCalendar(Json.text(document.path("name")), weekend, holidays, closures);
  }

  private static Holiday holiday(JsonNode day, String source) {
    return new Holiday(
        day.path("name").asString(),
        day.path("month").asInt(),
        day.path("day").asInt(0),
        weekday(day.path("weekday").asString("monday")),
        day.path("turn").asInt(0),
        day.path("every").asInt(1),
        day.path("from").asInt(1),
        day.path("to").asInt(9999),
        source);
  }

  private static DayOfWeek weekday(String name) {
    return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
