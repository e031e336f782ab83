/// Replicate weights and the variances that follow from them.
@NullMarked
package cabildo.statistics.replicate;

import org.jspecify.annotations.NullMarked;
