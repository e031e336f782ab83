package cabildo.studies.transcription;

import cabildo.instruments.Item;
import cabildo.kernel.LocalText.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on a printed questionnaire, in order.
///
/// @param number of the question; 0 for titles and notes
/// @param item absent for titles
/// @param onlyIf the condition in words; absent when it is always asked
/// @param isRepeated whether it is a group that is filled in several times
public record PrintedPart(
    int number,
    Reading text,
    @Nullable Reading hint,
    @Nullable Item item,
    List<Reading> options,
    @Nullable String onlyIf,
    boolean isRepeated) {

  public boolean isTitle() {
    return item == null;
  }
}
