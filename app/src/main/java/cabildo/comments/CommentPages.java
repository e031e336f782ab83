package cabildo.comments;

import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import cabildo.web.Answer;
import cabildo.web.Form;
import cabildo.web.SameOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Leaving a reply.
@Controller
@RequestMapping("/{lang}/comments")
@Transactional(readOnly = true)
public class CommentPages {
  private static final String TEMPLATE = "cabildo/comments/reply.jte";
  private final Comments comments;
  private final CommentLimits limits;
  private final Subjects subjects;
  private final ObjectProvider<CommentGate> gates;

  CommentPages(
      Comments comments,
      CommentLimits limits,
      Subjects subjects,
      ObjectProvider<CommentGate> gates) {
    this.comments = comments;
    this.limits = limits;
    this.subjects = subjects;
    this.gates = gates;
  }

  /// @param parent the reply that is answered
  public record ReplyPage(Form form, Subject about, @Nullable Comment parent) {}

  public record ReceivedPage() {}

  @GetMapping("/new")
  Answer blank(Form form) {
    Subject about = about(form);
    return Answer.page(TEMPLATE, new ReplyPage(form, about, parent(form, about)));
  }

  @PostMapping
  @Transactional
  Answer leave(Lang lang, Form form, HttpServletRequest request) {
    SameOrigin.check(request);
    Subject about = about(form);
    Comment parent = parent(form, about);
    Optional<NewComment> reply = CommentForm.read(form, lang);
    String address = request.getRemoteAddr();
    if (reply.isPresent() && limits.hasSent(address, reply.get().body())) {
      form.refuse("text", "comments.form.sentBefore");
    }
    if (form.isFaulty() || reply.isEmpty()) {
      return Answer.again(TEMPLATE, new ReplyPage(form, about, parent));
    }
    if (!limits.mayWrite(address)) {
      form.refuse("text", "comments.form.tooMany", CommentLimits.WINDOW.toMinutes());
      return new Answer.Page(TEMPLATE, new ReplyPage(form, about, parent), 429, null);
    }
    comments.receive(reply.get(), about, parent);
    limits.remember(address, reply.get().body());
    return Answer.seeOther("/" + lang + "/comments/received");
  }

  @GetMapping("/received")
  Answer received() {
    return Answer.page("cabildo/comments/received.jte", new ReceivedPage()).shared(Set.of());
  }

  /// Where a published reply stands.
  @GetMapping("/{id}")
  Answer show(Lang lang, @PathVariable String id) {
    Comment comment = comments.get(Ids.read(id).orElseThrow(Problem::notFound));
    Subject about = subjects.get(comment.aboutId());
    return Answer.seeOther("/" + lang + about.path() + "#" + comment.anchor());
  }

  private Subject about(Form form) {
    UUID id = Ids.read(form.value("about")).orElseThrow(Problem::notFound);
    Subject about = subjects.get(id);
    boolean isOpen =
        gates.stream().anyMatch(gate -> gate.kind().equals(about.kind()) && gate.isOpen(about));
    if (!isOpen) {
      throw Problem.notFound();
    }
    return about;
  }

  private @Nullable Comment parent(Form form, Subject about) {
    if (form.value("parent").isEmpty()) {
      return null;
    }
    Comment parent = comments.get(Ids.read(form.value("parent")).orElseThrow(Problem::notFound));
    if (!parent.aboutId().equals(about.id())) {
      throw Problem.notFound();
    }
    return parent;
  }
}
