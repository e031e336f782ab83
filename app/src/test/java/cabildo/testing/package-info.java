/// The harness: a real PostgreSQL, a fixed clock, and visitors who ask for pages by name.
@NullMarked
package cabildo.testing;

import org.jspecify.annotations.NullMarked;
