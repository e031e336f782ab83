/// "Leave a reply": what people say under a public thing, and what organisations answer.
///
/// Tables: `comments.comment`, `comments.moderation` (published or rejected, once, with a reason),
/// and `comments.contact`, which alone holds e-mail addresses: no page shows them to anybody.
///
/// A stranger's reply appears after a moderator has read it; the answer of an organisation at once,
/// under its name. What may be replied to says the capability that owns it, with a bean of
/// `CommentGate`; its page shows the thread with the template `thread.jte`. Refused: posts from
/// other sites, more than five in ten minutes from one address, the same text twice, more than two
/// links, an e-mail address in the text.
@NullMarked
package cabildo.comments;

import org.jspecify.annotations.NullMarked;
