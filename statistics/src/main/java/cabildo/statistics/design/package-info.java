/// Sampling designs: strata, primary sampling units, stages, weights, and their linearised
/// variance.
@NullMarked
package cabildo.statistics.design;

import org.jspecify.annotations.NullMarked;
