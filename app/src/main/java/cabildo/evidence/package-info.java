/// Evidence: files and links, described, kept, and attached to what they prove.
///
/// Tables: `evidence.item`, `evidence.attachment` (what it is evidence for), `evidence.withdrawal`.
/// Nothing is erased: an item that no longer holds is withdrawn with a reason and stays readable.
/// Everybody reads what an item is; a file with personal data is given only to people who work on
/// what it is attached to.
///
/// Higher floors say who may add evidence to their things with a bean of `EvidenceGate`, and show
/// lists with the templates `list.jte` and `count.jte`.
@NullMarked
package cabildo.evidence;

import org.jspecify.annotations.NullMarked;
