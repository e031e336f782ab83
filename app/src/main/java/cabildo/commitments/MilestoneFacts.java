package cabildo.commitments;

import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known of one milestone on one day, and what follows from it. Later facts are not in it.
///
/// @param startedOn absent when no start was recorded by that day
/// @param outcome absent while open
/// @param closedOn present with the outcome
/// @param reportsCount progress reports by that day
/// @param lastAdvancedOn the day on which the highest percentage was first reported, or the day of
///   the last report where none gives a percentage; absent without a report
/// @param reportedPercent of the last report that gives one
/// @param evidence ids of the items attached by that day and not withdrawn
/// @param asOf the day
public record MilestoneFacts(
    UUID id,
    UUID lineOfActionId,
    int lineNumber,
    int number,
    String slug,
    LocalText title,
    LocalDate plannedStartOn,
    LocalDate plannedEndOn,
    @Nullable LocalDate startedOn,
    @Nullable Outcome outcome,
    @Nullable LocalDate closedOn,
    int reportsCount,
    @Nullable LocalDate lastReportedOn,
    @Nullable LocalDate lastAdvancedOn,
    @Nullable Integer reportedPercent,
    List<UUID> evidence,
    LocalDate asOf) {

  public MilestoneFacts {
    evidence = List.copyOf(evidence);
    if ((outcome == null) != (closedOn == null)) {
      throw new IllegalArgumentException("an outcome and its day come together");
    }
    if ((reportsCount == 0) != (lastReportedOn == null)
        || (reportsCount == 0) != (lastAdvancedOn == null)) {
      throw new IllegalArgumentException("reports have days");
    }
  }

  /// As people number it: `2.3`.
  public String label() {
    return lineNumber + "." + number;
  }

  public String path() {
    return "/milestones/" + slug;
  }

  public Timeliness timeliness() {
    return Timeliness.of(this);
  }

  public boolean isOpen() {
    return outcome == null;
  }

  public boolean isDone() {
    return outcome == Outcome.DONE;
  }

  public boolean isCancelled() {
    return outcome == Outcome.CANCELLED;
  }

  /// Whether work began: a start was recorded, a report was made, or it is done.
  public boolean hasBegun() {
    return startedOn != null || reportsCount > 0 || isDone();
  }

  /// Whether anybody has ever given account of it; a closing with its text is an account.
  public boolean isReporting() {
    return reportsCount > 0 || outcome != null;
  }

  public boolean isOverdue() {
    return isOpen() && asOf.isAfter(plannedEndOn);
  }

  /// Open, with a percentage, and more than the tolerated points below what the calendar expects.
  public boolean isBehind() {
    Integer actual = actualPercent();
    return isOpen() && actual != null && expectedPercent() > actual + Timeliness.TOLERATED_POINTS;
  }

  /// The share of the planned days that have passed, 0 to 100 %.
  public int expectedPercent() {
    return new Period(plannedStartOn, plannedEndOn).elapsedPercent(asOf);
  }

  /// 100 when done; else the last percentage that was reported, absent when there is none. Absent
  /// for what was cancelled: it has no way left to go.
  public @Nullable Integer actualPercent() {
    if (isCancelled()) {
      return null;
    }
    return isDone() ? Integer.valueOf(100) : reportedPercent;
  }

  /// Days from the planned end to the closing, or to this day while open; 0 when not after it, and
  /// for what was cancelled.
  public long daysLate() {
    if (isCancelled()) {
      return 0;
    }
    LocalDate until = closedOn == null ? asOf : closedOn;
    return Math.max(0, ChronoUnit.DAYS.between(plannedEndOn, until));
  }

  /// Days from the closing to the planned end, for what was done before it.
  public long daysEarly() {
    return isDone() && closedOn != null
        ? Math.max(0, ChronoUnit.DAYS.between(closedOn, plannedEndOn))
        : 0;
  }

  /// Whether its planned end says something already: it has come and gone, or it is closed.
  public boolean isDue() {
    return !isOpen() || isOverdue();
  }

  /// Done, on its planned end or before.
  public boolean isKept() {
    return isDone() && closedOn != null && !closedOn.isAfter(plannedEndOn);
  }

  public int evidenceCount() {
    return evidence.size();
  }
}
