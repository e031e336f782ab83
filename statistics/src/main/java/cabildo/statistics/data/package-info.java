/// Columns of a sample, read from CSV or given by a caller, and domain expressions over them.
@NullMarked
package cabildo.statistics.data;

import org.jspecify.annotations.NullMarked;
