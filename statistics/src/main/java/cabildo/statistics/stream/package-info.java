/// National files: one pass from rows to sums per (stratum, unit, cell, item), and everything else
/// from those sums.
@NullMarked
package cabildo.statistics.stream;

import org.jspecify.annotations.NullMarked;
