package cabildo.accounts;

import cabildo.kernel.Actor;
import org.springframework.stereotype.Component;

/// Takes every role and the way in; the person stays in the history. The last administrator stays.
@Component
class CloseAccount {
  private final People people;
  private final RoleGrants grants;

  CloseAccount(People people, RoleGrants grants) {
    this.people = people;
    this.grants = grants;
  }

  void of(Actor actor, Person person) {
    grants.of(person.id()).forEach(grant -> grants.revoke(actor, grant));
    people.close(actor, person.id());
  }
}
