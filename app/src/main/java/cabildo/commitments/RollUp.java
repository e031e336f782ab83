package cabildo.commitments;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Milestones summed up, with every denominator. Each milestone weighs the same, whatever its line.
///
/// @param reportingCount milestones with a progress report or a closing
/// @param measuredCount milestones that count in the mean: not cancelled, and done or with a
///   reported percentage
/// @param meanPercent mean of the measured, a done one counting 100, rounded down; absent when
///   nothing is measured
/// @param expectedPercent mean of what the calendar expects of the same milestones, rounded down
/// @param latestPlannedEndOn absent without milestones
/// @param latestActualEndOn the last day on which one was done; absent when none is
/// @param dueCount milestones that are closed, or open past their planned end
/// @param keptCount milestones done on their planned end or before
/// @param evidenceCount different items of evidence
public record RollUp(
    int milestoneCount,
    int doneCount,
    int cancelledCount,
    int begunCount,
    int reportingCount,
    int measuredCount,
    @Nullable Integer meanPercent,
    @Nullable Integer expectedPercent,
    @Nullable LocalDate latestPlannedEndOn,
    @Nullable LocalDate latestActualEndOn,
    int overdueCount,
    int dueCount,
    int keptCount,
    int reportsCount,
    int evidenceCount,
    Timeliness timeliness) {

  /// @param ownEvidence items attached to the whole rather than to a milestone
  public static RollUp of(List<MilestoneFacts> milestones, Set<UUID> ownEvidence) {
    List<MilestoneFacts> measured =
        milestones.stream().filter(milestone -> milestone.actualPercent() != null).toList();
    List<MilestoneFacts> done = milestones.stream().filter(MilestoneFacts::isDone).toList();
    Set<UUID> evidence = new HashSet<>(ownEvidence);
    milestones.forEach(milestone -> evidence.addAll(milestone.evidence()));
    return new RollUp(
        milestones.size(),
        done.size(),
        count(milestones, MilestoneFacts::isCancelled),
        count(milestones, MilestoneFacts::hasBegun),
        count(milestones, MilestoneFacts::isReporting),
        measured.size(),
        mean(measured, MilestoneFacts::actualPercent),
        mean(measured, MilestoneFacts::expectedPercent),
        latest(milestones, MilestoneFacts::plannedEndOn),
        latest(done, MilestoneFacts::closedOn),
        count(milestones, MilestoneFacts::isOverdue),
        count(milestones, MilestoneFacts::isDue),
        count(milestones, MilestoneFacts::isKept),
        milestones.stream().mapToInt(MilestoneFacts::reportsCount).sum(),
        evidence.size(),
        Timeliness.ofParts(milestones.stream().map(MilestoneFacts::timeliness).toList()));
  }

  public int openCount() {
    return milestoneCount - doneCount - cancelledCount;
  }

  public int notReportingCount() {
    return milestoneCount - reportingCount;
  }

  /// Every milestone is done.
  public boolean isComplete() {
    return milestoneCount > 0 && doneCount == milestoneCount;
  }

  /// Nothing is left to wait for: every milestone is done or cancelled, and at least one is done.
  public boolean isClosed() {
    return doneCount > 0 && openCount() == 0;
  }

  /// Every milestone was cancelled.
  public boolean isWithdrawn() {
    return milestoneCount > 0 && cancelledCount == milestoneCount;
  }

  /// The measured milestones together are more than the tolerated points below the calendar.
  public boolean isBehind() {
    return meanPercent != null
        && expectedPercent != null
        && expectedPercent > meanPercent + Timeliness.TOLERATED_POINTS;
  }

  public Completion completion() {
    if (isComplete()) {
      return Completion.COMPLETE;
    }
    if (doneCount > 0 && 2 * doneCount >= milestoneCount) {
      return Completion.SUBSTANTIAL;
    }
    if (begunCount > 0) {
      return Completion.LIMITED;
    }
    return timeliness == Timeliness.NOT_REPORTED ? Completion.NO_EVIDENCE : Completion.NOT_STARTED;
  }

  public AsPlanned asPlanned() {
    return AsPlanned.of(keptCount, dueCount);
  }

  private static int count(List<MilestoneFacts> milestones, Predicate<MilestoneFacts> is) {
    return (int) milestones.stream().filter(is).count();
  }

  private static @Nullable Integer mean(
      List<MilestoneFacts> milestones, Function<MilestoneFacts, @Nullable Integer> percent) {
    if (milestones.isEmpty()) {
      return null;
    }
    int sum = 0;
    for (MilestoneFacts milestone : milestones) {
      Integer one = percent.apply(milestone);
      sum += one == null ? 0 : one;
    }
    return sum / milestones.size();
  }

  private static @Nullable LocalDate latest(
      List<MilestoneFacts> milestones, Function<MilestoneFacts, @Nullable LocalDate> date) {
    LocalDate latest = null;
    for (MilestoneFacts milestone : milestones) {
      LocalDate one = date.apply(milestone);
      if (one != null && (latest == null || one.isAfter(latest))) {
        latest = one;
      }
    }
    return latest;
  }
}
