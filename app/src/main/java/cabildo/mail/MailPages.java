package cabildo.mail;

import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Ledger;
import cabildo.ledger.Subjects;
import cabildo.text.Messages;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// How the post is doing, for administrators.
@Controller
@RequestMapping("/{lang}/mail")
@Transactional(readOnly = true)
public class MailPages {
  private static final String PAGE = "cabildo/mail/mail.jte";
  private static final String PATH = "/mail";
  private static final LocalText TITLE = LocalText.both("Correo", "Mail");
  private static final int FAILURES_SHOWN = 50;

  private final Outbox outbox;
  private final MailSettings settings;
  private final Subjects subjects;
  private final Ledger ledger;
  private final Messages messages;

  public MailPages(
      Outbox outbox, MailSettings settings, Subjects subjects, Ledger ledger, Messages messages) {
    this.outbox = outbox;
    this.settings = settings;
    this.subjects = subjects;
    this.ledger = ledger;
    this.messages = messages;
  }

  /// @param complaint what the server said last about a letter that waits
  public record MailPage(
      MailSettings settings,
      List<Outbox.Pile> piles,
      List<Outbox.Failure> failures,
      @Nullable String complaint,
      Form form) {

    public long waiting() {
      return piles.stream().mapToLong(Outbox.Pile::waiting).sum();
    }

    public long sent() {
      return piles.stream().mapToLong(Outbox.Pile::sent).sum();
    }

    public long failed() {
      return piles.stream().mapToLong(Outbox.Pile::failed).sum();
    }
  }

  @GetMapping
  Answer show(Actor actor, Form form) {
    actor.mustHold(Role.ADMINISTRATOR, List.of());
    return Answer.page(PAGE, page(form));
  }

  /// A letter by which an administrator sees that letters arrive.
  @PostMapping("/trials")
  @Transactional
  Answer tryOut(Lang lang, Actor actor, Form form) {
    actor.mustHold(Role.ADMINISTRATOR, List.of());
    String email = form.email("email", "mail.trial.emailNeeded");
    if (form.isFaulty()) {
      return Answer.again(PAGE, page(form));
    }
    UUID about =
        subjects
            .find(PATH)
            .map(Subject::id)
            .orElseGet(() -> subjects.register("mail", null, PATH, TITLE));
    String subject = messages.text(lang, "mail.trial.subject");
    String text = messages.text(lang, "mail.trial.text");
    outbox.post(email, subject, text, about, "trial/" + Ids.next());
    ledger.writePrivately(actor, "mail.trial.sent", about, Map.of());
    return Answer.seeOther("/" + lang + PATH);
  }

  @PostMapping("/{aboutId}/attempts")
  @Transactional
  Answer tryAgain(Lang lang, Actor actor, @PathVariable String aboutId) {
    actor.mustHold(Role.ADMINISTRATOR, List.of());
    UUID about = Ids.read(aboutId).orElseThrow(Problem::notFound);
    outbox.tryAgain(actor, subjects.get(about).id());
    return Answer.seeOther("/" + lang + PATH);
  }

  private MailPage page(Form form) {
    return new MailPage(
        settings,
        outbox.piles(),
        outbox.failures(FAILURES_SHOWN),
        outbox.complaint().orElse(null),
        form);
  }
}
