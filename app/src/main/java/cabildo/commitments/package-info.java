/// Commitments, their lines of action and milestones: what was promised, what happened, and what
/// follows from the dates.
///
/// Tables: `commitments.commitment`, `responsible`, `line_of_action`, `milestone`, `start`,
/// `closure`, `progress`, `indicator`, `alignment`. Nothing computed is stored: `CommitmentFacts`
/// derives timeliness, roll-up and completion from dated rows, as of any day.
///
/// Progress (how far), timeliness (by the calendar) and verification (who checked) are three
/// separate things and never one number.
///
/// Refusals: a milestone is done only with a closing text and evidence, cancelled only with a
/// reason; a closed milestone takes no progress report; a report of one that is behind says why.
@NullMarked
package cabildo.commitments;

import org.jspecify.annotations.NullMarked;
