/// What may be said about answers of people who selected themselves.
@NullMarked
package cabildo.statistics.volunteers;

import org.jspecify.annotations.NullMarked;
