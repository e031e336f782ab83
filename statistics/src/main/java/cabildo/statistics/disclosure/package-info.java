/// Suppression of small cells, and the audit that shows it protects.
@NullMarked
package cabildo.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
