/// Composite indexes of item scores, with their standard errors.
@NullMarked
package cabildo.statistics.scores;

import org.jspecify.annotations.NullMarked;
