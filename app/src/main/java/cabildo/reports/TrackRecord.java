package cabildo.reports;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the record knows of a commitment on a day: the facts that a report is laid beside.
///
/// @param completion the level of completion that the milestones give, on the scale of the form
/// @param asPlanned how many were closed as planned, on the scale of the form
public record TrackRecord(
    LocalDate asOf,
    String completion,
    String asPlanned,
    int milestoneCount,
    int doneCount,
    int cancelledCount,
    int reportingCount,
    List<MilestoneFact> milestones) {

  public TrackRecord {
    milestones = List.copyOf(milestones);
  }

  public int openCount() {
    return milestoneCount - doneCount - cancelledCount;
  }

  public List<MilestoneFact> late() {
    return milestones.stream().filter(milestone -> milestone.daysLate() > 0).toList();
  }

  /// @param number `2.1`: the line of action and the milestone
  /// @param daysLate after the planned end, on the day or at the closing; 0 when not late
  /// @param territory the municipality that it concerns
  public record MilestoneFact(
      String number,
      LocalText title,
      String path,
      String status,
      LocalDate plannedEndOn,
      @Nullable LocalDate closedOn,
      long daysLate,
      @Nullable LocalText territory,
      @Nullable LocalText difficulties) {

    public boolean isDone() {
      return status.equals("done");
    }
  }
}
