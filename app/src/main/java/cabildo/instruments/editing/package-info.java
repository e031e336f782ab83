/// Instruments as people read them: which there are, and each published version whole, with its
/// texts in every language, its conditions and its choices, on a page and as JSON.
///
/// Routes: `/instruments`, `/instruments/{slug}`, `/instruments/{slug}/versions/{n}` and the same
/// with `.json`. Officers begin instruments and drafts, write a draft's document (`…/document`) and
/// publish it once it can be asked and scored; two who write at once see both versions. Everybody
/// reads what is published; a draft is seen by officers alone, and for all others it is not there.
@NullMarked
package cabildo.instruments.editing;

import org.jspecify.annotations.NullMarked;
