package cabildo.studies.fieldwork;

import java.util.UUID;

/// How far fieldwork has come in one drawn unit.
///
/// @param number of the drawn unit
/// @param size people who live there
/// @param probability with which it was drawn
/// @param planned answers that the plan foresees
/// @param plannedInvitations invitations that the plan foresees
/// @param issued invitations that hold
/// @param recent of these, those younger than `NextInvitation.PATIENCE`
/// @param answered answers that count
/// @param rejected answers that a reviewer has set aside
public record UnitState(
    int number,
    String code,
    String name,
    UUID territoryId,
    int size,
    double probability,
    int planned,
    int plannedInvitations,
    long issued,
    long recent,
    long answered,
    long rejected) {

  /// People for whom it stands: those of the like units that were not drawn are with it.
  public double represents() {
    return size / probability;
  }

  public long missing() {
    return Math.max(0, planned - answered);
  }
}
