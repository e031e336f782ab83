/// Distributions, roots and matrices that the estimators share.
@NullMarked
package cabildo.statistics.numeric;

import org.jspecify.annotations.NullMarked;
