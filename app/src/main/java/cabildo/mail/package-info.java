/// Post: letters by e-mail that leave after the transaction that wrote them, and survive failure.
///
/// Table: `mail.letter`, an outbox. `Outbox.post` writes a letter in the caller's transaction: if
/// it rolls back there was no letter, and the same key never makes two. On each node the `Postman`
/// takes what is due, hands it to the `MailServer` and notes what came of it. Whoever takes a
/// letter first moves on the moment at which it is due again, so another node leaves it alone, and
/// takes it up when the first has died. A letter can go out twice only when a node dies between the
/// server's "accepted" and the note; both bear the same Message-ID, so that mail programs show one.
///
/// What is refused for good fails at once, what is refused for now is tried again, ever less often,
/// eight times. A server that does not answer costs no letter a try. What failed is counted on the
/// administrator's page, with the reason, and can be tried again there.
///
/// Addresses are in no line of ledger or log. What a letter says is dropped when it is sent, its
/// address after `cabildo.mail.keep-days`. Without a server, letters wait.
///
/// It stands beside `members`, above the ledger: letters are about subjects, and trying again is an
/// act.
@NullMarked
package cabildo.mail;

import org.jspecify.annotations.NullMarked;
