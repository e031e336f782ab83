package cabildo.studies.fieldwork;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/// A unit where a further invitation does most for the precision that the plan promises.
///
/// An allocation c_i is the one that minimises Σ c_i² / n_i (statistics, `Allocation`), so a
/// further answer in unit i takes c_i² / ((n_i+1)(n_i+2)) from that sum, and a further invitation
/// that times the response to expect. n_i are the answers there and those to come from invitations
/// that are still young. The response is the unit's own, drawn towards the plan's as long as few
/// invitations have had their time: (answers + 20 r) / (old invitations + 20).
///
/// @param responseRate expected of a new invitation, (0, 1]
/// @param expected answers to count on without further invitations
/// @param gain share of the sum that one invitation takes away
/// @param invitations what it takes, as expected, to reach the plan
public record NextInvitation(
    UnitState unit, double responseRate, double expected, double gain, long invitations) {
  /// An invitation without an answer for so long is counted as lost.
  public static final Duration PATIENCE = Duration.ofDays(14);

  private static final double PLAN_WEIGHS = 20;

  /// The best first; units that are to reach their plan are left out.
  static List<NextInvitation> of(List<UnitState> units, double plannedRate) {
    double all =
        units.stream()
            .mapToDouble(
                unit -> square(unit.planned()) / (expected(unit, rate(unit, plannedRate)) + 1))
            .sum();
    return units.stream()
        .map(unit -> of(unit, rate(unit, plannedRate), all))
        .filter(next -> next.invitations() > 0)
        .sorted(
            Comparator.comparingDouble(NextInvitation::gain)
                .reversed()
                .thenComparingInt(next -> next.unit().number()))
        .toList();
  }

  private static NextInvitation of(UnitState unit, double rate, double all) {
    double n = expected(unit, rate);
    double gain = rate * square(unit.planned()) / ((n + 1) * (n + 2)) / all;
    double missing = unit.planned() - n;
    long invitations = missing <= 1e-9 ? 0 : (long) Math.ceil(missing / rate - 1e-9);
    return new NextInvitation(unit, rate, n, gain, invitations);
  }

  private static double rate(UnitState unit, double plannedRate) {
    long old = unit.issued() - pending(unit);
    double answers = Math.min(unit.answered(), old);
    return (answers + PLAN_WEIGHS * plannedRate) / (old + PLAN_WEIGHS);
  }

  private static double expected(UnitState unit, double rate) {
    return unit.answered() + pending(unit) * rate;
  }

  /// Invitations that may still be answered.
  private static long pending(UnitState unit) {
    return Math.min(unit.recent(), Math.max(0, unit.issued() - unit.answered()));
  }

  private static double square(double x) {
    return x * x;
  }
}
