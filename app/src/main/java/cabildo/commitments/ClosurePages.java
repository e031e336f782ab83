package cabildo.commitments;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The beginning and the end of a milestone, each recorded once.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class ClosurePages {
  private static final String START = "cabildo/commitments/start.jte";
  private static final String CLOSURE = "cabildo/commitments/closure.jte";
  private final Milestones milestones;
  private final ProgressReports reports;
  private final Closures closures;
  private final Clock clock;

  public ClosurePages(
      Milestones milestones, ProgressReports reports, Closures closures, Clock clock) {
    this.milestones = milestones;
    this.reports = reports;
    this.closures = closures;
    this.clock = clock;
  }

  /// @param milestone with the version that the form carries
  /// @param start present when somebody recorded it already
  /// @param closure present when somebody closed it already
  /// @param hasChanged whether anybody reported or recorded something after the form was opened
  /// @param latestReport absent when there is none
  public record ClosurePage(
      Milestone milestone,
      MilestoneFacts facts,
      Optional<Start> start,
      Optional<Closure> closure,
      boolean hasChanged,
      Optional<ProgressReport> latestReport,
      Form form) {}

  @GetMapping("/milestones/{slug}/start/new")
  Answer askStart(Actor actor, @PathVariable String slug) {
    ClosurePage page = page(mayClose(actor, slug), today("startedOn"), false);
    return page.start().isEmpty() && page.closure().isEmpty()
        ? Answer.page(START, page)
        : Answer.conflict(START, page);
  }

  @PostMapping("/milestones/{slug}/start")
  @Transactional
  public Answer start(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Milestone milestone = mayClose(actor, slug);
    milestones.hold(milestone.id());
    ClosurePage page = page(milestone, form, false);
    if (page.start().isPresent() || page.closure().isPresent()) {
      return Answer.conflict(START, page);
    }
    var value = StartForm.read(form, page.facts().asOf());
    if (value.isEmpty()) {
      return Answer.again(START, page);
    }
    closures.start(actor, milestone, value.get());
    return Answer.seeOther("/" + lang + milestone.path());
  }

  @GetMapping("/milestones/{slug}/closure/new")
  Answer askClosure(Actor actor, @PathVariable String slug) {
    ClosurePage page = page(mayClose(actor, slug), today("closedOn"), false);
    return page.closure().isEmpty() ? Answer.page(CLOSURE, page) : Answer.conflict(CLOSURE, page);
  }

  @PostMapping("/milestones/{slug}/closure")
  @Transactional
  public Answer close(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Milestone milestone = mayClose(actor, slug);
    int version = milestones.hold(milestone.id());
    boolean hasChanged = !form.value("version").equals(String.valueOf(version));
    ClosurePage page = page(milestones.get(slug), form, hasChanged);
    if (page.closure().isPresent() || hasChanged) {
      return Answer.conflict(CLOSURE, page);
    }
    var value = ClosureForm.read(form, lang, page.facts());
    if (value.isEmpty()) {
      return Answer.again(CLOSURE, page);
    }
    closures.close(actor, milestone, value.get());
    return Answer.seeOther("/" + lang + milestone.path());
  }

  private Milestone mayClose(Actor actor, String slug) {
    Milestone milestone = milestones.get(slug);
    milestones.placeOf(milestone).mustClose(actor);
    return milestone;
  }

  private Form today(String field) {
    return Form.filled(Map.of(field, LocalDate.now(clock).toString()));
  }

  private ClosurePage page(Milestone milestone, Form form, boolean hasChanged) {
    return new ClosurePage(
        milestone,
        milestones.factsOf(milestone.id(), LocalDate.now(clock)),
        closures.findStart(milestone.id()),
        closures.find(milestone.id()),
        hasChanged,
        reports.ofMilestone(milestone.id()).stream().findFirst(),
        form);
  }
}
