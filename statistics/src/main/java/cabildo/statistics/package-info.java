/// Estimation for complex surveys: pure functions, plain records in and plain records out.
///
/// The package sees nothing else of the project and needs no framework, so it can be used alone.
@NullMarked
package cabildo.statistics;

import org.jspecify.annotations.NullMarked;
