package cabildo.commitments;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Everything that is computed of a commitment, as of a day: by milestone, by line, and as a whole.
///
/// Only facts dated up to that day are in it: starts, closings and progress by the day that they
/// state, evidence by the day on which it was attached.
///
/// @param lines in their order; a commitment may have none
/// @param ownEvidence items attached to the commitment itself
/// @param rollUp of all milestones of all lines, each weighing the same
/// @param asOf the day
public record CommitmentFacts(
    Commitment commitment,
    List<LineFacts> lines,
    Set<UUID> ownEvidence,
    RollUp rollUp,
    LocalDate asOf) {

  public CommitmentFacts {
    lines = List.copyOf(lines);
    ownEvidence = Set.copyOf(ownEvidence);
  }

  public static CommitmentFacts of(
      Commitment commitment, List<LineFacts> lines, Set<UUID> ownEvidence, LocalDate asOf) {
    Set<UUID> evidence = new HashSet<>(ownEvidence);
    lines.forEach(line -> evidence.addAll(line.ownEvidence()));
    return new CommitmentFacts(
        commitment, lines, ownEvidence, RollUp.of(milestones(lines).toList(), evidence), asOf);
  }

  public List<MilestoneFacts> milestones() {
    return milestones(lines).toList();
  }

  /// Lines in which at least one milestone reports.
  public int reportingLineCount() {
    return (int) lines.stream().filter(line -> line.rollUp().reportingCount() > 0).count();
  }

  private static Stream<MilestoneFacts> milestones(List<LineFacts> lines) {
    return lines.stream().flatMap(line -> line.milestones().stream());
  }
}
