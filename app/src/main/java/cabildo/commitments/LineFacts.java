package cabildo.commitments;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A line of action with what is known of its milestones on a day, in their order.
///
/// @param ownEvidence items attached to the line itself
public record LineFacts(
    LineOfAction line, List<MilestoneFacts> milestones, Set<UUID> ownEvidence, RollUp rollUp) {

  public LineFacts {
    milestones = List.copyOf(milestones);
    ownEvidence = Set.copyOf(ownEvidence);
  }

  public static LineFacts of(
      LineOfAction line, List<MilestoneFacts> milestones, Set<UUID> ownEvidence) {
    return new LineFacts(line, milestones, ownEvidence, RollUp.of(milestones, ownEvidence));
  }

  /// The most days by which any milestone is or was late.
  public long longestDelayDays() {
    return milestones.stream().mapToLong(MilestoneFacts::daysLate).max().orElse(0);
  }
}
