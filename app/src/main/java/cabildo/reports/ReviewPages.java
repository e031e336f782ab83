package cabildo.reports;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Checking one's answers, answering the findings, and publishing.
@Controller
@RequestMapping("/{lang}/reports/{slug}")
@Transactional(readOnly = true)
public class ReviewPages {
  private static final String ANSWERS = "cabildo/reports/draft_answers.jte";
  private static final int MOST = 3000;

  private final Drafts drafts;
  private final ComposeReport compose;
  private final Justifications justifications;
  private final PublishReport publish;
  private final Publications publications;

  public ReviewPages(
      Drafts drafts,
      ComposeReport compose,
      Justifications justifications,
      PublishReport publish,
      Publications publications) {
    this.drafts = drafts;
    this.compose = compose;
    this.justifications = justifications;
    this.publish = publish;
    this.publications = publications;
  }

  /// @param body the report as it would be published now
  /// @param missing required questions without an answer
  /// @param changed the finding whose justification was refused
  public record AnswersPage(
      Form form,
      Draft draft,
      ReportBody body,
      List<FormDefinition.Question> missing,
      @Nullable String changed) {

    public boolean isReady() {
      return missing.isEmpty() && body.unansweredCount() == 0;
    }

    public List<String> blockers() {
      return body.findings().stream()
          .filter(ReportBody.Reviewed::isUnanswered)
          .map(ReportBody.Reviewed::code)
          .distinct()
          .toList();
    }
  }

  public record PublishedPage(Draft draft, Publication publication) {}

  @GetMapping("/draft/answers")
  Answer check(Lang lang, Actor actor, @PathVariable String slug) {
    return Answer.page(ANSWERS, page(drafts.open(actor, slug), Form.blank(), null));
  }

  @PostMapping("/draft/findings/{finding:[A-Z0-9a-z-]{2,40}}")
  @Transactional
  Answer justify(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable String finding, Form form) {
    Draft draft = drafts.open(actor, slug);
    AnswersPage page = page(draft, form, finding);
    if (page.body().findings().stream().noneMatch(found -> found.key().equals(finding))) {
      throw Problem.notFound();
    }
    String field = "justification-" + finding;
    String text = form.text(field, MOST, "reports.justification.needed");
    if (form.isFaulty()) {
      return Answer.again(ANSWERS, page);
    }
    justifications.give(
        actor,
        draft.report().id(),
        finding,
        LocalText.of(new Lang(draft.report().originalLanguage()), text));
    return Answer.seeOther("/" + lang + draft.report().path() + "/draft/answers#" + finding);
  }

  @PostMapping("/publications")
  @Transactional
  Answer publish(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Draft draft = drafts.open(actor, slug);
    Optional<String> reason = form.optionalText("reason", MOST);
    AnswersPage page = page(draft, form, null);
    refuseUnready(form, page, reason);
    if (form.isFaulty()) {
      return Answer.again(ANSWERS, page);
    }
    Lang written = new Lang(draft.report().originalLanguage());
    publish.publish(
        actor, draft.report(), reason.map(text -> LocalText.of(written, text)).orElse(null));
    return Answer.seeOther("/" + lang + draft.report().path() + "/publications/latest");
  }

  private static void refuseUnready(Form form, AnswersPage page, Optional<String> reason) {
    if (page.draft().report().isPublished() && reason.isEmpty()) {
      form.refuse("reason", "reports.publish.reasonNeeded");
    }
    if (!page.missing().isEmpty()) {
      form.refuse("publish", "reports.publish.missing", page.missing().size());
    }
    if (page.body().unansweredCount() > 0) {
      form.refuse("publish", "reports.publish.blocked", String.join(", ", page.blockers()));
    }
  }

  @GetMapping("/publications/latest")
  Answer published(Lang lang, Actor actor, @PathVariable String slug) {
    Draft draft = drafts.open(actor, slug);
    Publication latest =
        publications.of(draft.report().id()).stream().findFirst().orElseThrow(Problem::notFound);
    return Answer.page("cabildo/reports/published.jte", new PublishedPage(draft, latest));
  }

  private AnswersPage page(Draft draft, Form form, @Nullable String changed) {
    ReportBody body = compose.compose(draft.report(), ReadReport.Published.NOT_YET, null);
    return new AnswersPage(form, draft, body, draft.sheet().missing(draft.form()), changed);
  }
}
