/// The embedded PostgreSQL: its binaries, its account on the machine, its life.
@NullMarked
package cabildo.db;

import org.jspecify.annotations.NullMarked;
