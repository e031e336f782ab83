package cabildo.studies.collection;

import cabildo.web.Form;
import java.util.List;
import java.util.Optional;

/// Reads what came of trying to reach somebody.
final class OutcomeForm {
  private static final int LONGEST_NOTE = 500;

  record Contact(Invitation invitation, Outcome outcome, Optional<String> note) {}

  private OutcomeForm() {}

  /// @param invitations of the unit at hand
  static Optional<Contact> read(Form form, List<Invitation> invitations) {
    Optional<Invitation> invitation =
        invitations.stream()
            .filter(one -> form.value("invitation").equals(String.valueOf(one.number())))
            .findFirst();
    if (invitation.isEmpty()) {
      form.refuse("invitation", "studies.collection.outcome.whichNeeded");
    }
    Optional<Outcome> outcome = Outcome.of(form.value("outcome"));
    if (outcome.isEmpty()) {
      form.refuse("outcome", "studies.collection.outcome.needed");
    }
    Optional<String> note = form.optionalText("note", LONGEST_NOTE);
    return form.valid(_ -> new Contact(invitation.orElseThrow(), outcome.orElseThrow(), note));
  }
}
