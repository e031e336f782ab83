package cabildo.reports;

import cabildo.accounts.People;
import cabildo.accounts.Person;
import cabildo.commitments.Commitment;
import cabildo.commitments.Commitments;
import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.kernel.Slug;
import cabildo.text.Messages;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Beginning a report, who signs it, and its dates.
@Controller
@RequestMapping("/{lang}/reports")
@Transactional(readOnly = true)
public class DraftPages {
  private static final String OVERVIEW = "cabildo/reports/draft_overview.jte";
  private static final String EVALUATORS = "cabildo/reports/draft_evaluators.jte";
  private static final String NEW = "cabildo/reports/draft_new.jte";

  private final Reports reports;
  private final Drafts drafts;
  private final Forms forms;
  private final Evaluators evaluators;
  private final Commitments commitments;
  private final People people;
  private final Messages messages;
  private final Clock clock;

  public DraftPages(
      Reports reports,
      Drafts drafts,
      Forms forms,
      Evaluators evaluators,
      Commitments commitments,
      People people,
      Messages messages,
      Clock clock) {
    this.reports = reports;
    this.drafts = drafts;
    this.forms = forms;
    this.evaluators = evaluators;
    this.commitments = commitments;
    this.people = people;
    this.messages = messages;
    this.clock = clock;
  }

  public record NewPage(Form form, Commitment commitment, List<Report> existing) {}

  public record OverviewPage(Form form, Draft draft, boolean someoneElseSaved) {}

  public record EvaluatorsPage(Form form, Draft draft, Evaluator own) {}

  @GetMapping("/new")
  Answer begin(Lang lang, Actor actor, Form form) {
    Commitment commitment = commitment(form);
    drafts.mustBeAbleToAssess(actor, commitment);
    return Answer.page(NEW, new NewPage(form, commitment, reports.ofCommitment(commitment.id())));
  }

  @PostMapping
  @Transactional
  Answer start(Lang lang, Actor actor, Form form) {
    Commitment commitment = commitment(form);
    drafts.mustBeAbleToAssess(actor, commitment);
    UUID formId = forms.currentId(Forms.END_OF_COMMITMENT, LocalDate.now(clock));
    LocalText title =
        LocalText.both(
            messages.text(Lang.ES, "reports.form.end_of_commitment")
                + " – "
                + commitment.title().in(Lang.ES).text(),
            messages.text(Lang.EN, "reports.form.end_of_commitment")
                + " – "
                + commitment.title().in(Lang.EN).text());
    String slug = freeSlug(commitment);
    UUID id = reports.start(actor, slug, commitment.id(), formId, title, lang.code());
    evaluators.add(actor, id, people.get(actor.mustBeSignedIn()));
    return Answer.seeOther("/" + lang + "/reports/" + slug + "/draft");
  }

  @GetMapping("/{slug}/draft")
  Answer overview(Lang lang, Actor actor, @PathVariable String slug) {
    Draft draft = drafts.open(actor, slug);
    return Answer.page(OVERVIEW, new OverviewPage(DatesForm.filled(draft.report()), draft, false));
  }

  @PostMapping("/{slug}/draft")
  @Transactional
  Answer date(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Draft draft = drafts.open(actor, slug);
    Optional<DatesForm> dates = DatesForm.read(form, LocalDate.now(clock));
    if (dates.isEmpty()) {
      return Answer.again(OVERVIEW, new OverviewPage(form, draft, false));
    }
    if (dates.get().seenVersion() != draft.report().version()) {
      return Answer.conflict(OVERVIEW, new OverviewPage(form, draft, true));
    }
    reports.date(actor, draft.report(), dates.get().dates());
    return Answer.seeOther("/" + lang + draft.report().path() + "/draft/sections/1");
  }

  @GetMapping("/{slug}/draft/evaluators")
  Answer evaluators(Lang lang, Actor actor, @PathVariable String slug) {
    Draft draft = drafts.open(actor, slug);
    Evaluator own = evaluators.own(actor, draft.report().id());
    return Answer.page(EVALUATORS, new EvaluatorsPage(DeclarationForm.filled(own), draft, own));
  }

  @PostMapping("/{slug}/draft/declarations")
  @Transactional
  Answer declare(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Draft draft = drafts.open(actor, slug);
    Evaluator own = evaluators.own(actor, draft.report().id());
    Optional<DeclarationForm> declaration = DeclarationForm.read(form);
    if (declaration.isEmpty()) {
      return Answer.again(EVALUATORS, new EvaluatorsPage(form, draft, own));
    }
    evaluators.declare(
        actor,
        draft.report().id(),
        own,
        declaration.get().affiliation(),
        declaration.get().independence());
    return Answer.seeOther("/" + lang + draft.report().path() + "/draft/evaluators");
  }

  @PostMapping("/{slug}/draft/evaluators")
  @Transactional
  Answer addEvaluator(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Draft draft = drafts.open(actor, slug);
    Evaluator own = evaluators.own(actor, draft.report().id());
    String email = form.email("email", "reports.evaluator.emailNeeded");
    Optional<Person> person = people.findByEmail(email);
    if (!form.isFaulty() && person.isEmpty()) {
      form.refuse("email", "reports.evaluator.unknown");
    }
    if (person.isPresent() && !drafts.mayAssess(person.get(), draft.commitment())) {
      form.refuse("email", "reports.evaluator.notAllowed", person.get().name());
    }
    if (person.isPresent() && draft.isSignedBy(person.get().id())) {
      form.refuse("email", "reports.evaluator.already", person.get().name());
    }
    if (form.isFaulty()) {
      return Answer.again(EVALUATORS, new EvaluatorsPage(form, draft, own));
    }
    evaluators.add(actor, draft.report().id(), person.orElseThrow());
    return Answer.seeOther("/" + lang + draft.report().path() + "/draft/evaluators");
  }

  private Commitment commitment(Form form) {
    String slug = form.value("commitment");
    if (!Slug.isSlug(slug)) {
      throw Problem.notFound();
    }
    return commitments.get(slug);
  }

  private String freeSlug(Commitment commitment) {
    String first = commitment.slug() + "-end-of-commitment";
    String slug = first;
    for (int i = 2; reports.hasSlug(slug); i++) {
      slug = first + "-" + i;
    }
    return slug;
  }
}
