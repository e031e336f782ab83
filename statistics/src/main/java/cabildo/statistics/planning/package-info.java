/// Sample sizes, margins, invitations, allocation over strata, and the prices of two designs.
@NullMarked
package cabildo.statistics.planning;

import org.jspecify.annotations.NullMarked;
