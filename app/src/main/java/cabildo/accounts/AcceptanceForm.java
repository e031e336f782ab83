package cabildo.accounts;

import cabildo.web.Form;
import java.util.List;
import java.util.Optional;

/// Reads who comes in, and by which password.
final class AcceptanceForm {
  private static final int LONGEST_NAME = 200;

  record Newcomer(String email, String name, String password) {}

  private AcceptanceForm() {}

  static Optional<Newcomer> read(Form form, Invitation invitation) {
    String invited = invitation.email();
    String email =
        invited == null ? form.email("email", "accounts.invitation.yourEmailNeeded") : invited;
    String name = form.text("name", LONGEST_NAME, "accounts.invitation.yourNameNeeded");
    String password = form.value("password");
    Password.fault(password, List.of(email, name))
        .ifPresent(fault -> form.refuse("password", fault, Password.LEAST, Password.MOST));
    return form.valid(_ -> new Newcomer(email, name, password));
  }
}
