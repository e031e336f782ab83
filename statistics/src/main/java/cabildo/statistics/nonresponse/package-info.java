/// Response rates, nonresponse adjustment, representativeness and worst-case bounds.
@NullMarked
package cabildo.statistics.nonresponse;

import org.jspecify.annotations.NullMarked;
