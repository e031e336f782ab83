package cabildo.reports;

import cabildo.kernel.LocalText;
import java.time.Instant;

/// What the evaluators say, in public, to a finding that they do not mend.
///
/// @param finding the key of the finding
public record Justification(String finding, LocalText text, Instant givenAt, String givenByName) {}
