package cabildo.studies.sampling;

/// What a plan promises in one stratum.
///
/// @param population people of the frame
/// @param completes interviews
public record PlanStratum(
    String stratum,
    long population,
    int frameUnits,
    int drawnUnits,
    int completes,
    int invitations) {}
