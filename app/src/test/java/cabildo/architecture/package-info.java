/// The house tests: what CONTRIBUTING.md asks of all code, checked. Each failure says what to do.
@NullMarked
package cabildo.architecture;

import org.jspecify.annotations.NullMarked;
