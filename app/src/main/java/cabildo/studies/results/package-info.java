/// What came of a study: figures with their limits, and the verdict.
///
/// No tables of its own: figures follow from `studies.tally` and what was drawn. Nothing is shown
/// before the results are published, except how far the answers reach. Volunteers are counted and
/// described; they never get a margin, a label or a rank.
@NullMarked
package cabildo.studies.results;

import org.jspecify.annotations.NullMarked;
