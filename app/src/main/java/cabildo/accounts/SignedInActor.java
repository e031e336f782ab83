package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.web.CurrentActor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Fills in the `Actor` of a request from its session.
@Component
class SignedInActor implements CurrentActor {
  private final People people;
  private final RoleGrants grants;

  SignedInActor(People people, RoleGrants grants) {
    this.people = people;
    this.grants = grants;
  }

  @Override
  public Actor get() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null || !(present.getPrincipal() instanceof SignedIn session)) {
      return Actor.visitor("");
    }
    return people
        .find(session.id())
        .filter(session::holdsFor)
        .map(person -> new Actor(person.id(), person.name(), grants.heldBy(person.id())))
        .orElseGet(() -> Actor.visitor(""));
  }
}
