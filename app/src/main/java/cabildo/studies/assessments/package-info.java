/// The institutional questionnaire: a municipal government answers for itself, evaluators check,
/// the government replies, an officer resolves, and both findings stay on record.
///
/// Tables: `studies.assessment` (one municipality, one due date), `assessment_answer` (every
/// version of every answer, of the institution and of its coders, with its evidence),
/// `assessment_signature` (the head answers for it; a trigger then refuses the institution's
/// answers), `assessment_coding`, `assessment_preliminary`, `objection`, `resolution`,
/// `assessment_conclusion`.
///
/// Who may: liaisons of the municipality or of one of its organisations answer, sign and object.
/// Evaluators of the study code, unless they stand on the institution's side. They see its evidence
/// and neither its answers nor each other's, until they have finished: then the first coder, the
/// validator, sees where the two differ and may settle it before the finding is told. The study's
/// officer tells the finding, resolves objections and concludes; nobody who coded an assessment,
/// filed the objection or stands on the institution's side resolves it.
///
/// Everything is private until the study is published, or until its preliminary finding is.
@NullMarked
package cabildo.studies.assessments;

import org.jspecify.annotations.NullMarked;
