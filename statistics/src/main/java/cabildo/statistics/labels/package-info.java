/// Precision labels of statistical offices, shown as information beside a verdict.
@NullMarked
package cabildo.statistics.labels;

import org.jspecify.annotations.NullMarked;
