/// Area-level small area estimation after Fay and Herriot: fits, uncertainty, transformation,
/// benchmarking and the diagnostics required before publication.
@NullMarked
package cabildo.statistics.smallarea;

import org.jspecify.annotations.NullMarked;
