package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Role;
import cabildo.web.Form;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a role and where it holds: the fields `role` and `scope`.
final class GrantForm {
  private GrantForm() {}

  static Optional<Actor.Grant> read(Form form, Offer offer) {
    String role =
        form.choice(
            "role", offer.roles().stream().map(Role::code).toList(), "accounts.grant.roleNeeded");
    UUID scope = scope(form, offer);
    if (form.isFaulty()) {
      return Optional.empty();
    }
    Role chosen = Role.valueOf(role.toUpperCase(Locale.ROOT));
    if (!Offer.fits(chosen, scope)) {
      form.refuse("scope", "accounts.grant.scopeDoesNotFit." + role);
    }
    return form.valid(_ -> new Actor.Grant(chosen, scope));
  }

  private static @Nullable UUID scope(Form form, Offer offer) {
    String typed = form.value("scope");
    if (typed.isEmpty() && offer.everywhere()) {
      return null;
    }
    UUID scope = Ids.read(typed).filter(offer::includes).orElse(null);
    if (scope == null) {
      form.refuse("scope", "accounts.grant.scopeNeeded");
    }
    return scope;
  }
}
