/// Answers that were given elsewhere and are brought in: paper that two people key, and files.
///
/// Tables: `studies.paper` (one filled sheet) with `studies.keying` (what each of two people read
/// on it), and `studies.import` (a file of answers between its dry run and the decision). What
/// comes out of either goes through the same intake as everything else, so the same sheet or file
/// twice makes nothing twice.
///
/// Refused: a sheet settled by one person alone, a file of which a line is at fault unless the
/// officer takes only the good ones, and what Excel did to dates and long numbers, which is named
/// instead of guessed.
@NullMarked
package cabildo.studies.transcription;

import org.jspecify.annotations.NullMarked;
