package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What an invited person sees.
@Controller
@RequestMapping("/{lang}/invitations/{token}")
@Transactional(readOnly = true)
public class AcceptancePages {
  private static final String FORM = "cabildo/accounts/acceptance.jte";
  private static final String JOIN = "cabildo/accounts/acceptance_join.jte";
  private static final String CLOSED = "cabildo/accounts/acceptance_closed.jte";

  private final Invitations invitations;
  private final People people;
  private final AcceptInvitation acceptInvitation;
  private final Clock clock;

  public AcceptancePages(
      Invitations invitations, People people, AcceptInvitation acceptInvitation, Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.acceptInvitation = acceptInvitation;
    this.clock = clock;
  }

  public record AcceptancePage(Invitation invitation, Form form) {}

  /// @param isTheirs whether the account that the invitation is for is the one signed in
  public record JoinPage(Invitation invitation, boolean isTheirs) {}

  /// @param why `accepted`, `withdrawn` or `expired`
  public record ClosedPage(String why) {}

  @GetMapping
  Answer show(Actor actor, @PathVariable String token) {
    Invitation invitation = get(token);
    if (isClosed(invitation)) {
      return closed(invitation);
    }
    String name = invitation.name() == null ? "" : invitation.name();
    return isForAnAccount(invitation)
        ? Answer.page(JOIN, new JoinPage(invitation, isTheirs(actor, invitation)))
        : Answer.page(FORM, new AcceptancePage(invitation, Form.filled(Map.of("name", name))));
  }

  @PostMapping
  @Transactional
  Answer accept(Lang lang, Actor actor, @PathVariable String token, Form form) {
    Invitation invitation = get(token);
    if (isClosed(invitation)) {
      return closed(invitation);
    }
    return isForAnAccount(invitation)
        ? join(lang, actor, invitation)
        : comeIn(lang, invitation, form);
  }

  private Answer join(Lang lang, Actor actor, Invitation invitation) {
    if (!isTheirs(actor, invitation)) {
      throw Problem.notAllowed("accounts.invitation.otherAccount");
    }
    acceptInvitation.as(actor, invitation);
    return Answer.seeOther("/" + lang + "/account");
  }

  private Answer comeIn(Lang lang, Invitation invitation, Form form) {
    return AcceptanceForm.read(form, invitation)
        .<Answer>map(newcomer -> {
          acceptInvitation.as(newcomer, invitation, lang);
          return Answer.seeOther("/" + lang + "/sign-in?notice=welcome");
        })
        .orElseGet(() -> Answer.again(FORM, new AcceptancePage(invitation, form)));
  }

  private Invitation get(String token) {
    return invitations
        .find(new Token(token))
        .orElseThrow(() -> new Problem.NotFound("accounts.invitation.unknown", List.of()).stop());
  }

  private boolean isClosed(Invitation invitation) {
    return invitation.standing(clock.instant()) != Invitation.Standing.OPEN;
  }

  /// 410: it was there, and will not be again.
  private Answer closed(Invitation invitation) {
    String why = invitation.standing(clock.instant()).code();
    return new Answer.Page(CLOSED, new ClosedPage(why), 410, null);
  }

  private boolean isForAnAccount(Invitation invitation) {
    String email = invitation.email();
    return email != null && people.findByEmail(email).isPresent();
  }

  private boolean isTheirs(Actor actor, Invitation invitation) {
    String email = invitation.email();
    return email != null
        && people.findByEmail(email).filter(person -> person.id().equals(actor.id())).isPresent();
  }
}
