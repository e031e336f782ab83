/// The public history: what happened to what, by whom, in the same transaction as the act.
///
/// Tables: `ledger.subject` (whatever may be commented, evidenced or remembered; its id is the id
/// of the thing itself) and `ledger.entry`, which only grows. A deed reads
/// `milestone.progress.reported`. Writing an entry announces the subject and all that it is part of
/// on the channel `cabildo_changed`, and that is how rendered pages learn that they are old.
@NullMarked
package cabildo.ledger;

import org.jspecify.annotations.NullMarked;
