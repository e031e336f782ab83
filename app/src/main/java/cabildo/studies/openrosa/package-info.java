/// Phones of interviewers, through the OpenRosa interface: ODK Collect, KoboCollect, Enketo and
/// other standard clients work unchanged.
///
/// Tables: `studies.collector` (a name and the hash of a secret, in place of an account),
/// `studies.collector_unit` (where somebody works) and `studies.refusal` (what could not be taken
/// in, kept as it came).
///
/// A collector works for one component of one study. The address of a phone is
/// `/v1/key/<secret>/projects/<study>`; `/v1/projects/<study>` asks for user name and password
/// instead. `OpenRosaFilter` answers both before security and sessions; `PhoneForm` says which
/// drawn units the phone may name; `TakeSubmission` checks answers against the form and hands them
/// to `submissions`.
///
/// What is refused: everything that the form would not have let through, each with a sentence in
/// the protocol's own XML; its body is kept.
///
/// Source: <https://docs.getodk.org/openrosa/>, and what its clients do beyond that.
@NullMarked
package cabildo.studies.openrosa;

import org.jspecify.annotations.NullMarked;
