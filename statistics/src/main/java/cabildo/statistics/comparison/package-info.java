/// Tests of association and difference, change between periods, and ranks.
@NullMarked
package cabildo.statistics.comparison;

import org.jspecify.annotations.NullMarked;
