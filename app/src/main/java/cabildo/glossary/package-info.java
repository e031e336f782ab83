/// The words that this site uses in a sense of their own.
///
/// Tables: `glossary.term`, `glossary.see_also`. The terms come from `definitions/glossary.json`,
/// which is read at every start: what is new or changed there is written with a ledger line, and
/// nothing is ever taken away. Other capabilities mark a term explicitly with the template
/// `cabildo/glossary/term.jte` and a `Glossary`, which holds all terms in memory.
@NullMarked
package cabildo.glossary;

import org.jspecify.annotations.NullMarked;
