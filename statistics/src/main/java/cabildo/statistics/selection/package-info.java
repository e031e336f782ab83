/// Reproducible draws with known probabilities, and variances for unequal probabilities.
@NullMarked
package cabildo.statistics.selection;

import org.jspecify.annotations.NullMarked;
