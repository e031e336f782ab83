package cabildo.studies.collection;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.ledger.Ledger;
import cabildo.mail.Outbox;
import cabildo.members.Organisations;
import cabildo.text.Messages;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Writes to everybody who is due: the invitation first, reminders after it. Each message has a
/// link of its own, since the one on the card is not known any more.
@Component
class SendReminders {
  private final Contacts contacts;
  private final Invitations invitations;
  private final Organisations organisations;
  private final Outbox outbox;
  private final Messages messages;
  private final Ledger ledger;

  SendReminders(
      Contacts contacts,
      Invitations invitations,
      Organisations organisations,
      Outbox outbox,
      Messages messages,
      Ledger ledger) {
    this.contacts = contacts;
    this.invitations = invitations;
    this.organisations = organisations;
    this.outbox = outbox;
    this.messages = messages;
    this.ledger = ledger;
  }

  /// Gives how many letters were posted.
  ///
  /// @param home the address of this site, as in `https://example.org`
  int send(Actor actor, CitizenSide side, String home) {
    int posted = 0;
    for (Contacts.Due due : contacts.due(side.component().id())) {
      if (contacts.note(due) && post(side, due, home)) {
        posted++;
      }
    }
    ledger.write(actor, "study.reminders.sent", side.study().id(), Map.of("count", posted));
    return posted;
  }

  private boolean post(CitizenSide side, Contacts.Due due, String home) {
    Lang lang = new Lang(due.language());
    String title = side.study().title().in(lang).text();
    String responsible = organisations.get(side.study().organisationId()).name().in(lang).text();
    String kind = due.number() == 1 ? "invitation" : "reminder";
    String link =
        home + "/" + lang + "/answers/" + invitations.furtherCode(due.invitationId()).text();
    String notice = home + "/" + lang + side.study().path() + "/notice";
    return outbox.post(
        due.email(),
        messages.text(lang, "studies.collection.letter." + kind + ".subject", title),
        messages.text(
            lang, "studies.collection.letter." + kind + ".text", responsible, title, link, notice),
        side.study().id(),
        "study-invitation/" + due.invitationId() + "/" + due.number());
  }
}
