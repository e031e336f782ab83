/// A study's figures from counts of answers alone: no row of a person is needed.
///
/// All respondents of a drawn unit share a weight, so estimated totals and their design covariance
/// follow from how often each answer was given in each unit ([EstimatedTotals]). Every figure is a
/// ratio of such totals ([RatioOfTotals]). Totals of a domain with their covariance can be
/// published where counts of its units cannot, and give the same figures to the last digit.
@NullMarked
package cabildo.statistics.sums;

import org.jspecify.annotations.NullMarked;
