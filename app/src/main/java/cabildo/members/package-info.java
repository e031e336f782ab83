/// Territories and organisations: who may promise, and for whom.
///
/// Tables: `members.territory` (country, state, municipality, each with its official code, census
/// figures and the place of its seat), `members.organisation` (with the days on which it began and
/// ended, and what succeeded it) and `members.mandate` (a person who holds a post there).
///
/// Institutions die and records stay: an organisation is never removed, it ends. Figures that are
/// not held are absent, never zero. Refused by the database: a municipality without a parent, a
/// part larger than its whole, an organisation that succeeds itself.
@NullMarked
package cabildo.members;

import org.jspecify.annotations.NullMarked;
