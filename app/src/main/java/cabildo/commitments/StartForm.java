package cabildo.commitments;

import cabildo.web.Form;
import java.time.LocalDate;
import java.util.Optional;

/// The day on which work really began.
final class StartForm {
  private StartForm() {}

  record Value(LocalDate startedOn) {}

  static Optional<Value> read(Form form, LocalDate today) {
    LocalDate startedOn =
        form.date("startedOn", "commitments.start.dateNeeded").orElse(LocalDate.MIN);
    if (startedOn.isAfter(today)) {
      form.refuse("startedOn", "commitments.dateInFuture");
    }
    return form.valid(_ -> new Value(startedOn));
  }
}
