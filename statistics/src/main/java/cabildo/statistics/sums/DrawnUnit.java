package cabildo.statistics.sums;

import cabildo.statistics.Numbers;

/// A unit that was drawn.
///
/// @param code as in the frame
/// @param municipality official code of the municipality for which it counts
/// @param stratum in which it was drawn
/// @param size people who live there
/// @param represented people for whom its planned completes stand: design weight times completes
/// @param certain drawn with probability 1: it is a stratum of its own, whose respondents are the
///   primary units. In template A all units are certain
public record DrawnUnit(
    String code,
    String municipality,
    String stratum,
    double size,
    double represented,
    boolean certain) {
  /// Refuses a unit that stands for nobody.
  public DrawnUnit {
    Numbers.positive(represented, "represented");
  }
}
