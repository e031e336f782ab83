/// Instruments as people read them: which there are, and each published version whole, with its
/// texts in every language, its conditions and its choices, on a page and as JSON.
///
/// Routes: `/instruments`, `/instruments/{slug}`, `/instruments/{slug}/versions/{n}` and the same
/// with `.json`. Everybody reads what is published; a draft is seen by officers alone, and for all
/// others it is not there.
@NullMarked
package cabildo.instruments.editing;

import org.jspecify.annotations.NullMarked;
