/// The rule that says whether a figure is statistically conclusive, why not, and what it would
/// take.
@NullMarked
package cabildo.statistics.verdict;

import org.jspecify.annotations.NullMarked;
