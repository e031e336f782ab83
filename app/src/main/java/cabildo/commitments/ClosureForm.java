package cabildo.commitments;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.text.Dates;
import cabildo.web.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How a milestone ended: done, with what was delivered and evidence; or cancelled, with the
/// reason.
final class ClosureForm {
  private static final int MOST_CHARACTERS = 4000;
  private static final List<String> OUTCOMES = List.of("done", "cancelled");

  private ClosureForm() {}

  record Value(Outcome outcome, LocalDate closedOn, LocalText closingText) {}

  static Optional<Value> read(Form form, Lang lang, MilestoneFacts known) {
    String outcome = form.choice("outcome", OUTCOMES, "commitments.closure.outcomeNeeded");
    LocalDate closedOn = closedOn(form, lang, known);
    boolean isCancelled = outcome.equals("cancelled");
    String text =
        form.text(
            "closingText",
            MOST_CHARACTERS,
            isCancelled ? "commitments.closure.reasonNeeded" : "commitments.closure.textNeeded");
    if (outcome.equals("done") && known.evidenceCount() == 0) {
      form.refuse("evidence", "commitments.closure.evidenceNeeded");
    }
    return form.valid(_ ->
        new Value(
            isCancelled ? Outcome.CANCELLED : Outcome.DONE, closedOn, LocalText.of(lang, text)));
  }

  private static LocalDate closedOn(Form form, Lang lang, MilestoneFacts known) {
    LocalDate closedOn =
        form.date("closedOn", "commitments.closure.dateNeeded").orElse(LocalDate.MIN);
    LocalDate startedOn = known.startedOn();
    if (closedOn.isAfter(known.asOf())) {
      form.refuse("closedOn", "commitments.dateInFuture");
    } else if (startedOn != null
        && form.fault("closedOn") == null
        && closedOn.isBefore(startedOn)) {
      form.refuse("closedOn", "commitments.dateBeforeStart", Dates.day(lang, startedOn));
    }
    return closedOn;
  }
}
