/// Watching fieldwork while something can still be done: where it stands against the plan, where it
/// will fail, whom to invite next.
///
/// Reads counts only (`studies.tally` of sheets, `studies.arrival`, invitations, reviews, flags),
/// never what anybody answered: a figure looked at while the field is open would invite people to
/// stop, or to mobilise, when it suits. So it is fast, whatever the number of answers. The public
/// page shows coverage; officers also see response rates, what waits for review, and the next
/// invitations.
///
/// Volunteers stand beside, in a column of their own: they never fill a place of the sample.
@NullMarked
package cabildo.studies.fieldwork;

import org.jspecify.annotations.NullMarked;
