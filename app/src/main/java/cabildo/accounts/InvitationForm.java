package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.web.Form;
import java.util.Optional;

/// Reads whom to invite, to which role, and where.
final class InvitationForm {
  private static final int LONGEST_NAME = 200;

  /// @param email in lower case
  record NewInvitation(String email, String name, Actor.Grant grant) {}

  private InvitationForm() {}

  static Optional<NewInvitation> read(Form form, Offer offer) {
    String email = form.email("email", "accounts.invitation.emailNeeded");
    String name = form.text("name", LONGEST_NAME, "accounts.invitation.nameNeeded");
    Optional<Actor.Grant> grant = GrantForm.read(form, offer);
    return form.valid(_ -> new NewInvitation(email, name, grant.orElseThrow()));
  }
}
