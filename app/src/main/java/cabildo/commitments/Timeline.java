package cabildo.commitments;

import cabildo.kernel.Lang;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The planned and the actual bar of each milestone, as a picture 400 units wide.
///
/// The time axis ends a little after the last day that anything states, so that years of silence do
/// not squeeze the plan; today's line is drawn only where it falls inside.
///
/// @param today absent when it lies outside
public record Timeline(int height, List<Tick> ticks, List<Row> rows, @Nullable String today) {
  /// The marks of the bars: planned, closed in time, closed late, cancelled, still open.
  public static final List<String> KEY = List.of("g-plan", "g-good", "g-care", "g-stop", "g-none");

  private static final double LEFT = 6;
  private static final double RIGHT = 394;
  private static final int MOST_TICKS = 6;
  private static final int MOST_CHARACTERS = 62;

  /// The first day of a month.
  public record Tick(String x, String label) {}

  /// A line's title when there are no bars, else a milestone.
  ///
  /// @param y of the text; the bars lie below it
  public record Row(String text, int y, @Nullable Bar planned, @Nullable Bar actual) {
    public boolean isTitle() {
      return planned == null;
    }

    public int plannedY() {
      return y + 6;
    }

    public int actualY() {
      return y + 14;
    }
  }

  /// @param shape the class of the mark, as in `g-good`
  public record Bar(String x, String width, String shape) {}

  /// Absent for a commitment without milestones.
  public static Optional<Timeline> of(List<LineFacts> lines, LocalDate asOf, Lang lang) {
    List<MilestoneFacts> all = lines.stream().flatMap(line -> line.milestones().stream()).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(draw(lines, Scale.of(all), asOf, lang));
  }

  private static Timeline draw(List<LineFacts> lines, Scale scale, LocalDate asOf, Lang lang) {
    List<Row> rows = new ArrayList<>();
    int y = 38;
    for (LineFacts line : lines) {
      rows.add(
          new Row(
              cut(line.line().number() + ". " + line.line().title().in(lang).text()),
              y,
              null,
              null));
      y += 22;
      for (MilestoneFacts milestone : line.milestones()) {
        rows.add(
            new Row(
                cut(milestone.label() + " " + milestone.title().in(lang).text()),
                y,
                scale.bar(milestone.plannedStartOn(), milestone.plannedEndOn(), "g-plan"),
                scale.actual(milestone)));
        y += 40;
      }
      y += 8;
    }
    String today = asOf.isBefore(scale.to) ? x(scale.at(asOf)) : null;
    return new Timeline(y - 12, scale.ticks(lang), List.copyOf(rows), today);
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS
        ? text
        : text.substring(0, MOST_CHARACTERS - 1).strip() + "…";
  }

  private static String x(double x) {
    return String.valueOf(Math.round(x * 10) / 10.0);
  }

  /// @param from the first day of a month
  /// @param to the day after the last
  private record Scale(LocalDate from, LocalDate to) {

    static Scale of(List<MilestoneFacts> milestones) {
      List<LocalDate> days =
          milestones.stream()
              .flatMap(one ->
                  Stream.of(
                      Optional.of(one.plannedStartOn()),
                      Optional.of(one.plannedEndOn()),
                      Optional.ofNullable(one.startedOn()),
                      Optional.ofNullable(one.closedOn()),
                      Optional.ofNullable(one.lastReportedOn())))
              .flatMap(Optional::stream)
              .sorted()
              .toList();
      return new Scale(
          YearMonth.from(days.getFirst()).atDay(1),
          YearMonth.from(days.getLast()).plusMonths(1).atDay(1));
    }

    double at(LocalDate day) {
      double share =
          (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
      return LEFT + Math.clamp(share, 0, 1) * (RIGHT - LEFT);
    }

    /// Both days included, and never too narrow to be seen.
    Bar bar(LocalDate first, LocalDate last, String shape) {
      double start = at(first);
      double width = Math.max(3, at(last.plusDays(1)) - start);
      return new Bar(x(Math.min(start, RIGHT - 3)), x(width), shape);
    }

    /// From the recorded start, or the planned one for what ended without it, to the closing; open
    /// ones go on to today or the end of the picture.
    @Nullable Bar actual(MilestoneFacts milestone) {
      LocalDate closedOn = milestone.closedOn();
      LocalDate startedOn = milestone.startedOn();
      if (startedOn == null && closedOn == null) {
        return null;
      }
      LocalDate today = milestone.asOf().isBefore(to) ? milestone.asOf() : to.minusDays(1);
      LocalDate last = closedOn == null ? today : closedOn;
      LocalDate first = startedOn == null ? milestone.plannedStartOn() : startedOn;
      return bar(first.isAfter(last) ? last : first, last, shape(milestone));
    }

    private static String shape(MilestoneFacts milestone) {
      return switch (milestone.timeliness()) {
        case DONE -> milestone.isKept() ? "g-good" : "g-care";
        case CANCELLED -> "g-stop";
        case ON_TIME, LATE, STALLED, STALE, NOT_STARTED, NOT_REPORTED -> "g-none";
      };
    }

    List<Tick> ticks(Lang lang) {
      long months = ChronoUnit.MONTHS.between(from, to);
      long step =
          Stream.of(1L, 2L, 3L, 6L, 12L, 24L, 60L)
              .filter(s -> months <= s * MOST_TICKS)
              .findFirst()
              .orElse(120L);
      Locale locale = Locale.forLanguageTag(lang.code().equals("es") ? "es-MX" : "en-GB");
      DateTimeFormatter label = DateTimeFormatter.ofPattern("MMM yyyy", locale);
      return Stream.iterate(from, day -> day.isBefore(to), day -> day.plusMonths(step))
          .map(day -> new Tick(x(at(day)), day.format(label)))
          .toList();
    }
  }
}
