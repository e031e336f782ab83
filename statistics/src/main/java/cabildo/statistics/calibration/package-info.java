/// Weights that reproduce known totals: post-stratification, raking, regression and bounded forms.
@NullMarked
package cabildo.statistics.calibration;

import org.jspecify.annotations.NullMarked;
