/// Point estimates with linearised standard errors, proportion intervals and quantiles.
@NullMarked
package cabildo.statistics.estimate;

import org.jspecify.annotations.NullMarked;
