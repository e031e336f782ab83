package cabildo.studies.sampling;

import java.util.UUID;

/// One line of a frame.
///
/// @param code unique within the frame
/// @param territoryId the municipality for which it counts
/// @param stratum a class of like units, as of size
/// @param size people of the population who live there
public record FrameUnit(String code, String name, UUID territoryId, String stratum, int size) {}
