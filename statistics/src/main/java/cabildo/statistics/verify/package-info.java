/// Replays folders of reference cases in the schema `cabildo-stat-ref/1` through the public
/// estimators.
@NullMarked
package cabildo.statistics.verify;

import org.jspecify.annotations.NullMarked;
