package cabildo.studies.submissions;

import cabildo.web.Form;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a reviewer says of a submission.
final class ReviewForm {
  private static final int LONGEST_NOTE = 2000;

  private ReviewForm() {}

  record Said(Reviews.State state, @Nullable String note) {}

  static Optional<Said> read(Form form) {
    String state =
        form.choice(
            "state",
            Arrays.stream(Reviews.State.values()).map(Reviews.State::code).toList(),
            "studies.submissions.review.stateNeeded");
    Optional<String> note = form.optionalText("note", LONGEST_NOTE);
    if (note.isEmpty() && !state.isEmpty() && !state.equals(Reviews.State.APPROVED.code())) {
      form.refuse("note", "studies.submissions.review.noteNeeded");
    }
    return form.valid(_ ->
        new Said(
            Reviews.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)), note.orElse(null)));
  }
}
