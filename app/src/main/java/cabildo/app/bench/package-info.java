/// Measurements of the running program, beside a limit measured in the same minutes. Run by hand
/// with `./cabildo bench`, never asserted in tests.
@NullMarked
package cabildo.app.bench;

import org.jspecify.annotations.NullMarked;
