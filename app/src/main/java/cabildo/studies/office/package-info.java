/// The officer's way through a study: what is done, what is next, and the doors to each room.
///
/// No tables of its own. It begins studies, says with which versions they ask, and moves them from
/// phase to phase; what stands in the way of a phase is said before the button.
@NullMarked
package cabildo.studies.office;

import org.jspecify.annotations.NullMarked;
