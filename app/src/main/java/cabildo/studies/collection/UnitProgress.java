package cabildo.studies.collection;

/// A drawn unit: what was planned for it, and where its invitations stand.
///
/// @param planned invitations that the plan foresees
/// @param completes answers that the plan foresees
/// @param issued invitations that hold, answered ones included
public record UnitProgress(
    int number,
    String code,
    String name,
    String stratum,
    int planned,
    int completes,
    int issued,
    int withdrawn,
    int started,
    int answered) {

  /// Invitations that the plan foresees and that nobody has been given yet.
  public int missing() {
    return Math.max(0, planned - issued);
  }
}
