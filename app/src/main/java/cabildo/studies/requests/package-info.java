/// Requests as citizens make them: trained people ask municipalities without saying that they
/// assess, note the dates, and coders judge what came back.
///
/// Tables: `studies.request_round` (its legal term and who closed it), `request_template` (what is
/// asked; of a control question the true answer is known), `persona` (the name under which is
/// asked), `request` (one template, one municipality, one persona) and `request_coding`.
///
/// The identity shield: who stands behind a persona is in `studies.persona_keeper`, read by
/// `PersonaKeepers` alone. Nothing that shows a round joins it. The administrator keeps it; who
/// asks finds the requests of the own personas through it; the officer reads it after the debrief,
/// which a closed round gets once. Public pages never name a persona.
///
/// Who stands on the side of a municipality neither asks it nor codes its answers.
@NullMarked
package cabildo.studies.requests;

import org.jspecify.annotations.NullMarked;
