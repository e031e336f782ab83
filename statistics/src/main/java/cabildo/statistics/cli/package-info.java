/// The command line: the only place that reads arguments, writes files and prints.
@NullMarked
package cabildo.statistics.cli;

import org.jspecify.annotations.NullMarked;
