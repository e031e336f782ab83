package cabildo.comments;

import cabildo.comments.Comments.Voice;
import cabildo.kernel.Actor;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What moderators decide, and what organisations answer.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class ModerationPages {
  private static final int MOST = 100;
  private static final String REJECT = "cabildo/comments/reject.jte";
  private static final String ANSWER = "cabildo/comments/answer.jte";

  private final Comments comments;
  private final Subjects subjects;

  ModerationPages(Comments comments, Subjects subjects) {
    this.comments = comments;
    this.subjects = subjects;
  }

  public record ModerationPage(List<WaitingComment> waiting) {}

  public record RejectPage(Form form, WaitingComment comment) {}

  /// @param voices the organisations in whose name the person may answer, at least one
  public record AnswerPage(Form form, Comment to, List<Voice> voices) {}

  @GetMapping("/moderation")
  Answer queue(Actor actor) {
    actor.mustBeSignedIn();
    if (!actor.holds(Role.MODERATOR)) {
      throw Problem.notAllowed("web.problem.roleNeeded.moderator");
    }
    List<WaitingComment> waiting =
        comments.waiting(MOST).stream()
            .filter(comment -> actor.holds(Role.MODERATOR, chain(comment.aboutId())))
            .toList();
    return Answer.page("cabildo/comments/moderation.jte", new ModerationPage(waiting));
  }

  @GetMapping("/comments/{id}/moderation")
  Answer askWhy(Actor actor, @PathVariable String id) {
    return Answer.page(REJECT, new RejectPage(Form.blank(), waiting(actor, id)));
  }

  @PostMapping("/comments/{id}/moderation")
  @Transactional
  Answer decide(Lang lang, Actor actor, @PathVariable String id, Form form) {
    WaitingComment comment = waiting(actor, id);
    String decision =
        form.choice("decision", List.of("publish", "reject"), "comments.moderation.decisionNeeded");
    if (decision.equals("publish")) {
      comments.publish(actor, comment.id());
      return Answer.seeOther("/" + lang + "/moderation");
    }
    String reason = form.text("reason", 1000, "comments.moderation.reasonNeeded");
    if (form.isFaulty()) {
      return Answer.again(REJECT, new RejectPage(form, comment));
    }
    comments.reject(actor, comment.id(), reason);
    return Answer.seeOther("/" + lang + "/moderation");
  }

  @GetMapping("/comments/{id}/answers")
  Answer blankAnswer(Actor actor, @PathVariable String id) {
    List<Voice> voices = voices(actor);
    return Answer.page(ANSWER, new AnswerPage(Form.blank(), published(id), voices));
  }

  @PostMapping("/comments/{id}/answers")
  @Transactional
  Answer answer(Lang lang, Actor actor, @PathVariable String id, Form form) {
    List<Voice> voices = voices(actor);
    Comment to = published(id);
    Optional<Voice> voice = voice(form, voices);
    String text = CommentForm.text(form);
    if (form.isFaulty() || voice.isEmpty()) {
      return Answer.again(ANSWER, new AnswerPage(form, to, voices));
    }
    var reply = new NewComment(lang, actor.name(), Optional.empty(), text);
    UUID answerId = comments.answer(actor, reply, to, voice.get().id());
    return Answer.seeOther("/" + lang + "/comments/" + answerId);
  }

  private static Optional<Voice> voice(Form form, List<Voice> voices) {
    if (voices.size() == 1) {
      return Optional.of(voices.getFirst());
    }
    List<String> ids = voices.stream().map(voice -> voice.id().toString()).toList();
    String chosen = form.choice("organisation", ids, "comments.answer.organisationNeeded");
    return voices.stream().filter(voice -> voice.id().toString().equals(chosen)).findFirst();
  }

  private List<Voice> voices(Actor actor) {
    actor.mustBeSignedIn();
    List<Voice> voices = comments.voices(actor);
    if (voices.isEmpty()) {
      throw Problem.notAllowed("comments.answer.mayNot");
    }
    return voices;
  }

  private Comment published(String id) {
    return comments.get(Ids.read(id).orElseThrow(Problem::notFound));
  }

  private WaitingComment waiting(Actor actor, String id) {
    actor.mustBeSignedIn();
    UUID commentId = Ids.read(id).orElseThrow(Problem::notFound);
    actor.mustHold(Role.MODERATOR, chain(commentId));
    return comments.getWaiting(commentId);
  }

  private List<UUID> chain(UUID id) {
    return subjects.chain(id).stream().map(Subject::id).toList();
  }
}
