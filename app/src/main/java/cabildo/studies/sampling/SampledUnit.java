package cabildo.studies.sampling;

import java.util.UUID;

/// A unit that was drawn.
///
/// @param number stands for it in sheets and tallies, from 0
/// @param stratum in which it was drawn; a unit drawn with certainty is a stratum of its own
/// @param size people who live there
/// @param probability of the unit among those of its stratum; 1 when certain
/// @param weight people for whom one of the planned completes stands
/// @param completes planned interviews
public record SampledUnit(
    int number,
    String code,
    String name,
    UUID territoryId,
    String stratum,
    int size,
    double probability,
    double weight,
    int completes,
    int invitations) {

  public boolean isCertain() {
    return probability >= 1;
  }
}
