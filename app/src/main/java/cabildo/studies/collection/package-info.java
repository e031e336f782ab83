/// Asking people: the privacy notice, invitations and their links, messages, the form in a browser,
/// the open link, and what came of trying to reach somebody.
///
/// Tables: `studies.notice` (versions, frozen), `studies.consent` (which version was accepted for
/// which answers), `studies.invitation` with `invitation_key` (only hashes: a link is shown once),
/// `invitation_contact` (addresses, apart from every answer, with the day they are erased),
/// `reminder`, `contact_outcome`, `open_link`, `sitting` and `sitting_file` (answers on their way).
///
/// Who answers needs no account, no cookie and no script: the link is the only authority, so its
/// pages carry no form token. Answers are kept at every page, leave through the intake of
/// `submissions` and are erased here. Refused: links that were withdrawn or used, a second answer
/// to one invitation (by the database), answers before a study opens or after it closes, and
/// anything without a published notice.
@NullMarked
package cabildo.studies.collection;

import org.jspecify.annotations.NullMarked;
