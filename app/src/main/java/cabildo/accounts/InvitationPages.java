package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Inviting people, and taking an invitation back.
@Controller
@RequestMapping("/{lang}/invitations")
@Transactional(readOnly = true)
public class InvitationPages {
  private static final String LIST = "cabildo/accounts/invitations.jte";
  private static final String FORM = "cabildo/accounts/invitation_form.jte";
  private static final String SENT = "cabildo/accounts/invitation_sent.jte";

  private final Invitations invitations;
  private final People people;
  private final RoleGrants grants;
  private final Scopes scopes;

  public InvitationPages(Invitations invitations, People people, RoleGrants grants, Scopes scopes) {
    this.invitations = invitations;
    this.people = people;
    this.grants = grants;
    this.scopes = scopes;
  }

  public record InvitationsPage(List<Invitation> open) {}

  public record InvitationFormPage(Offer offer, Form form) {}

  /// @param link the whole address, shown here and nowhere else
  public record SentPage(String name, String link) {}

  @GetMapping
  Answer list(Actor actor) {
    Offer.of(actor, List.of());
    return Answer.page(LIST, new InvitationsPage(invitations.open(reach(actor))));
  }

  @GetMapping("/new")
  Answer form(Actor actor, Form form) {
    return Answer.page(FORM, new InvitationFormPage(Offer.of(actor, scopes.all()), form));
  }

  /// Answers with the page itself, not with a way to it: the link cannot be shown a second time.
  @PostMapping
  @Transactional
  Answer invite(Lang lang, Actor actor, Form form) {
    Offer offer = Offer.of(actor, scopes.all());
    var wanted = InvitationForm.read(form, offer);
    wanted.ifPresent(invitation -> refuseWhatCannotBe(invitation, form));
    if (wanted.isEmpty() || form.isFaulty()) {
      return Answer.again(FORM, new InvitationFormPage(offer, form));
    }
    Token token = invitations.invite(actor, wanted.get(), lang);
    return Answer.page(SENT, new SentPage(wanted.get().name(), link(lang, token)));
  }

  @PostMapping("/{id}/withdrawal")
  @Transactional
  Answer withdraw(Lang lang, Actor actor, @PathVariable String id) {
    Invitation invitation = invitations.get(Ids.read(id).orElseThrow(Problem::notFound));
    if (!actor.mustBeSignedIn().equals(invitation.invitedBy())) {
      actor.mustHold(Role.ADMINISTRATOR, List.of());
    }
    invitations.withdraw(actor, invitation);
    return Answer.seeOther("/" + lang + "/invitations");
  }

  private void refuseWhatCannotBe(InvitationForm.NewInvitation wanted, Form form) {
    if (invitations.isOpenFor(wanted.email(), wanted.grant())) {
      form.refuse("email", "accounts.invitation.alreadySent");
    }
    people
        .findByEmail(wanted.email())
        .map(person -> grants.heldBy(person.id()))
        .ifPresent(held -> {
          if (held.contains(wanted.grant())) {
            form.refuse("email", "accounts.grant.already");
          } else if (Separation.forbids(held, wanted.grant())) {
            form.refuse("role", "accounts.grant.separation");
          }
        });
  }

  private static @org.jspecify.annotations.Nullable UUID reach(Actor actor) {
    return actor.holds(Role.ADMINISTRATOR) ? null : actor.id();
  }

  private static String link(Lang lang, Token token) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/" + lang + "/invitations/" + token.text())
        .toUriString();
  }
}
