package cabildo.studies.fieldwork;

import cabildo.kernel.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How much of the time for fieldwork has gone by.
///
/// @param opened the day on which answers were first taken; absent before
/// @param last the last day that the plan foresees, or on which it closed earlier
/// @param elapsed share of the days from the first to the last, 0 to 1
public record Pace(@Nullable LocalDate opened, LocalDate last, double elapsed, boolean isClosed) {
  /// Before this share a pace says nothing yet.
  private static final double TOO_EARLY = 0.1;

  /// @param closed the day on which fieldwork closed; absent while it is open
  static Pace of(
      @Nullable LocalDate opened, @Nullable LocalDate closed, Period planned, LocalDate today) {
    if (opened == null) {
      return new Pace(null, planned.to(), 0, false);
    }
    if (closed != null) {
      return new Pace(opened, closed, 1, true);
    }
    LocalDate last = planned.to().isBefore(opened) ? opened : planned.to();
    double all = ChronoUnit.DAYS.between(opened, last) + 1.0;
    double gone = ChronoUnit.DAYS.between(opened, today) + 1.0;
    return new Pace(opened, last, Math.clamp(gone / all, 0, 1), false);
  }

  public boolean isTelling() {
    return elapsed >= TOO_EARLY;
  }

  /// What there will be on the last day if it goes on like this.
  public long projected(long answered) {
    return isTelling() ? Math.round(answered / elapsed) : answered;
  }

  public Standing standing(long planned, long answered) {
    if (answered == 0) {
      return Standing.EMPTY;
    }
    if (answered >= planned) {
      return Standing.REACHED;
    }
    if (!isTelling()) {
      return Standing.EARLY;
    }
    return projected(answered) >= planned ? Standing.ON_COURSE : Standing.BEHIND;
  }
}
