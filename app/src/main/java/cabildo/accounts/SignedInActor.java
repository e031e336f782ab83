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

  SignedInActor(People people) {
    this.people = people;
  }

  @Override
  public Actor get() {
    Authentication present = SecurityContextHolder.getContext().getAuthentication();
    if (present == null || !(present.getPrincipal() instanceof SignedIn(var id, _, _))) {
      return Actor.visitor("");
    }
    Person person = people.get(id);
    return person.closedAt() != null
        ? Actor.visitor("")
        : new Actor(id, person.name(), people.grantsOf(id));
  }
}
