/// Consistency of scales and agreement of raters.
@NullMarked
package cabildo.statistics.agreement;

import org.jspecify.annotations.NullMarked;
