/// Fills an empty database with the demonstration world of `resources/demo`, whose README says what
/// is real in it and what is invented.
///
/// The history is dated in the past, so it is written in bulk and straight into the tables of every
/// capability: the one documented exception to "a capability writes only its own schema". The
/// database's own constraints check it like any other write.
@NullMarked
package cabildo.app.demo;

import org.jspecify.annotations.NullMarked;
