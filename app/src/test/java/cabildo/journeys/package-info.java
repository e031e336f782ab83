/// Whole paths in a real browser, few and long, with axe-core after every page.
@NullMarked
package cabildo.journeys;

import org.jspecify.annotations.NullMarked;
