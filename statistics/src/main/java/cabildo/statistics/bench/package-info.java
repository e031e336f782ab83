/// Measurements that are run by hand: speed and memory of the streaming engine, coverage of
/// intervals.
@NullMarked
package cabildo.statistics.bench;

import org.jspecify.annotations.NullMarked;
