/// What a study asks, of whom, and how answers become scores: instruments in numbered versions.
///
/// Tables: `instruments.instrument`, `instruments.version` (one JSON document holds questions and
/// rules; once published it is frozen, and results point at it) and `instruments.mapping` (which
/// item of a later version asks the same as one of an earlier). A `Definition` is the side that is
/// asked: a tree of groups and items with texts in any number of languages. Rooms above it score
/// answers, read and write XLSForm, and edit drafts; `expressions` below it evaluates conditions.
///
/// What is refused: a definition that cannot be asked (`ReadDefinition.Fault` says where and why),
/// and any change to a published version. Nothing here knows of studies.
@NullMarked
package cabildo.instruments;

import org.jspecify.annotations.NullMarked;
