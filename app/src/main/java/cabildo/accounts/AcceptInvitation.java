package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Turns an invitation into an account with a role, or gives the role to an account that is there.
@Component
class AcceptInvitation {
  private final Invitations invitations;
  private final People people;
  private final RoleGrants grants;
  private final Passwords passwords;

  AcceptInvitation(Invitations invitations, People people, RoleGrants grants, Passwords passwords) {
    this.invitations = invitations;
    this.people = people;
    this.grants = grants;
    this.passwords = passwords;
  }

  /// A new account; one that was closed opens again, without its old roles.
  void as(AcceptanceForm.Newcomer newcomer, Invitation invitation, Lang lang) {
    if (invitation.invitedBy() == null && !people.areNone()) {
      throw Problem.conflict("accounts.invitation.notFirst");
    }
    String hash = Objects.requireNonNull(passwords.encode(newcomer.password()));
    Actor unknown = new Actor(null, newcomer.name(), List.of());
    Optional<Person> known = people.findAnyByEmail(newcomer.email());
    UUID id =
        known
            .map(Person::id)
            .orElseGet(() ->
                people.add(unknown, newcomer.email(), newcomer.name(), null, hash, lang, false));
    Actor self = new Actor(id, newcomer.name(), List.of());
    known.ifPresent(closed -> people.reopen(self, closed.id(), newcomer.name(), hash));
    as(self, invitation);
  }

  void as(Actor actor, Invitation invitation) {
    UUID id = actor.mustBeSignedIn();
    var grant = new Actor.Grant(invitation.role(), invitation.scopeId());
    Actor inviter = inviter(invitation);
    invitations.accept(actor, invitation, id);
    if (invitation.invitedBy() != null && !Offer.mayGive(inviter, grant)) {
      throw Problem.notAllowed("accounts.invitation.inviterLeft");
    }
    grants.grant(inviter, id, grant);
  }

  /// With the roles of today: who lost them has nothing to give any more.
  private Actor inviter(Invitation invitation) {
    UUID id = invitation.invitedBy();
    return id == null ? Actor.program() : new Actor(id, people.get(id).name(), grants.heldBy(id));
  }
}
