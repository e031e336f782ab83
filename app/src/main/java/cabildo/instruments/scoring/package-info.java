/// How answers become scores. The rules are data, under the key `scoring` of an instrument's
/// document: each *measure* turns the answer of an item into a number, mostly from 0 to 1, or says
/// why there is none (`Absence`); each *node* gathers measures and other nodes, which may be shared
/// but never go in a circle.
///
/// `ReadScoring` reads the rules and refuses, with place and reason, what does not add up.
/// `Score.of` computes exactly, in decimal numbers; rounding is for whoever shows a score. What is
/// absent is never zero unless the rules say so, and every score carries its coverage.
@NullMarked
package cabildo.instruments.scoring;

import org.jspecify.annotations.NullMarked;
