package cabildo.kernel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// From the first day to the last, both included. Labels are computed from it, never stored.
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period ends after it begins: " + from + " to " + to);
    }
  }

  /// `2021–2022`, or one year when it begins and ends in the same.
  public String years() {
    return from.getYear() == to.getYear()
        ? String.valueOf(from.getYear())
        : from.getYear() + "–" + to.getYear();
  }

  /// The share of the days that have passed, 0 to 100 %, rounded down.
  public int elapsedPercent(LocalDate today) {
    if (today.isBefore(from)) {
      return 0;
    }
    if (!today.isBefore(to)) {
      return 100;
    }
    return (int)
        (100
            * (ChronoUnit.DAYS.between(from, today) + 1)
            / (ChronoUnit.DAYS.between(from, to) + 1));
  }
}
