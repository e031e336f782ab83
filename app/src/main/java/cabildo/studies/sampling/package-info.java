/// From whom a study learns: the frame as it stood, the plan that was promised, the draw.
///
/// Tables: `studies.frame` and `studies.frame_unit` (a snapshot with its SHA-256), `studies.plan`
/// and `studies.plan_stratum` (frozen when it is registered, with its decision rule),
/// `studies.draw` and `studies.sampled_unit` (frozen). Whoever has the published frame and seed
/// gets the same sample with `./cabildo statistics draw`.
///
/// Two templates. Every municipality: each is a unit drawn with certainty, and its respondents are
/// the primary units, so that the variance of a share within it follows from the counts of its
/// answers alone. State only: municipalities are drawn with probability proportional to their
/// adults and are the primary units, so that the variance follows from the totals of the drawn
/// ones.
///
/// What is refused: a plan without a frame, a registration after the first invitation, another seed
/// than the one that was committed to, a second draw.
@NullMarked
package cabildo.studies.sampling;

import org.jspecify.annotations.NullMarked;
