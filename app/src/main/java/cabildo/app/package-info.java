/// The top floor: starts, wires, routes, the command line, and the pages that mix capabilities.
@NullMarked
package cabildo.app;

import org.jspecify.annotations.NullMarked;
