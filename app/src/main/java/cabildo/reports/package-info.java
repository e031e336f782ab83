/// Reports on commitments: the form as data, the draft, the consistency review, publication.
///
/// A draft (`Report`, its evaluators and answers) is filled in question by question beside what the
/// record says. The consistency review (`ConsistencyReview`, one rule a number, all in `Rules`)
/// lays the answers beside the facts. Findings that rest on structured facts block publication
/// until they are mended or justified in public; signals found in a text only ask. Publishing
/// freezes a `ReportBody` as a numbered version; a correction is one more version, with its reason.
///
/// Tables: `reports.form`, `reports.report`, `reports.evaluator`, `reports.answer`,
/// `reports.answer_evidence`, `reports.justification`, `reports.publication`.
///
/// Refuses: an evaluator who stands on the side of an organisation that carries the commitment; a
/// publication over an unanswered blocking finding; any change of a published version.
@NullMarked
package cabildo.reports;

import org.jspecify.annotations.NullMarked;
