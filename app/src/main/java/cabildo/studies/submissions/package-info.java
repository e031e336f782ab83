/// What people answered, from the moment it arrives to the running sums.
///
/// Tables: `studies.submission` (never changed: an edit is a new row that replaces the old),
/// `studies.review`, `studies.flag`, `studies.attachment`, `studies.sheet` (coded answers),
/// `studies.tally` (how often each code was given, by unit and class) and `studies.arrival` (how
/// much arrived on which day).
///
/// A submission is acknowledged only when it is durable, and the same one twice is the same one.
/// Those that arrive together share a commit (`SubmissionWriter`). Within a second they are folded
/// into sheets and tallies, exactly once (`FoldSubmissions`).
///
/// What is refused: the same instance with another content, a second answer to an invitation, an
/// edit of what is not the newest.
@NullMarked
package cabildo.studies.submissions;

import org.jspecify.annotations.NullMarked;
