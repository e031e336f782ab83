/// The database: SQL helpers over Spring's `JdbcClient`, and the PostgreSQL that the program starts
/// itself when it is given none.
@NullMarked
package cabildo.db;

import org.jspecify.annotations.NullMarked;
