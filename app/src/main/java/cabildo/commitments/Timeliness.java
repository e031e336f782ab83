package cabildo.commitments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/// Where a milestone stands by the calendar. It says nothing about how good the work is, nor about
/// who has checked it.
///
/// Of the words that fit a milestone on a day, it gets the first:
///
/// - `DONE`, `CANCELLED`: closed by that day. Days late are kept beside it.
/// - `NOT_REPORTED`: no progress report at all, though its start, planned or actual, has gone by.
/// - `NOT_STARTED`: no report and no start, and none was due before that day.
/// - `STALLED`: behind or past its planned end, and more than 90 days without an advance. The last
///   advance is the day on which the highest percentage was first reported; where no report gives a
///   percentage, the day of the last report.
/// - `LATE`: past its planned end and not closed. On the planned end itself it is not yet late.
/// - `STALE`: not past its end, but the last report is older than the reporting period of 4 months.
/// - `ON_TIME`: all others.
///
/// A milestone is behind when it reported more than 10 points less than the calendar expects.
public enum Timeliness {
  ON_TIME,
  LATE,
  STALLED,
  STALE,
  NOT_STARTED,
  NOT_REPORTED,
  DONE,
  CANCELLED;

  /// After so many days without an advance, what is behind is stalled.
  public static final int STALLED_AFTER_DAYS = 90;

  /// OGP asks that what is shown of a local plan be renewed at least so often.
  public static final int REPORTING_PERIOD_MONTHS = 4;

  /// So many points below the calendar are still no delay.
  public static final int TOLERATED_POINTS = 10;

  /// As in `on_time`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class of the mark on a page, as in `status-on-time`.
  public String mark() {
    return "status-" + code().replace('_', '-');
  }

  static Timeliness of(MilestoneFacts milestone) {
    if (milestone.outcome() != null) {
      return switch (milestone.outcome()) {
        case DONE -> DONE;
        case CANCELLED -> CANCELLED;
      };
    }
    LocalDate today = milestone.asOf();
    LocalDate advancedOn = milestone.lastAdvancedOn();
    LocalDate reportedOn = milestone.lastReportedOn();
    if (advancedOn == null || reportedOn == null) {
      return unreported(milestone);
    }
    if ((milestone.isOverdue() || milestone.isBehind())
        && ChronoUnit.DAYS.between(advancedOn, today) > STALLED_AFTER_DAYS) {
      return STALLED;
    }
    if (milestone.isOverdue()) {
      return LATE;
    }
    return today.isAfter(reportedOn.plusMonths(REPORTING_PERIOD_MONTHS)) ? STALE : ON_TIME;
  }

  private static Timeliness unreported(MilestoneFacts milestone) {
    LocalDate startedOn = milestone.startedOn();
    if (milestone.asOf().isAfter(milestone.plannedStartOn())
        || (startedOn != null && milestone.asOf().isAfter(startedOn))) {
      return NOT_REPORTED;
    }
    return startedOn == null ? NOT_STARTED : ON_TIME;
  }

  /// The standing of what has parts: `NOT_REPORTED` without parts; `DONE` or `CANCELLED` when every
  /// part is closed; else the first that an open part has of stalled, late, not reported, stale, on
  /// time. Where the open parts are not due yet, it is on time if any other is closed.
  static Timeliness ofParts(Collection<Timeliness> parts) {
    for (Timeliness worst : new Timeliness[] {STALLED, LATE, NOT_REPORTED, STALE, ON_TIME}) {
      if (parts.contains(worst)) {
        return worst;
      }
    }
    if (parts.isEmpty()) {
      return NOT_REPORTED;
    }
    boolean anyDone = parts.contains(DONE);
    if (parts.contains(NOT_STARTED)) {
      return anyDone ? ON_TIME : NOT_STARTED;
    }
    return anyDone ? DONE : CANCELLED;
  }
}
