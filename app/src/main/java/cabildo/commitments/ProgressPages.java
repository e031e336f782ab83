package cabildo.commitments;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.text.Messages;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Reporting progress on a milestone.
@Controller
@RequestMapping("/{lang}")
@Transactional(readOnly = true)
public class ProgressPages {
  private static final String TEMPLATE = "cabildo/commitments/progress.jte";
  private final Milestones milestones;
  private final ProgressReports reports;
  private final Closures closures;
  private final Messages messages;
  private final Clock clock;

  public ProgressPages(
      Milestones milestones,
      ProgressReports reports,
      Closures closures,
      Messages messages,
      Clock clock) {
    this.milestones = milestones;
    this.reports = reports;
    this.closures = closures;
    this.messages = messages;
    this.clock = clock;
  }

  /// @param closure present when the milestone is closed already, and nothing can be reported
  public record ProgressPage(
      Milestone milestone, MilestoneFacts facts, Optional<Closure> closure, Form form) {}

  @GetMapping("/milestones/{slug}/progress/new")
  Answer ask(Actor actor, @PathVariable String slug) {
    Milestone milestone = milestones.get(slug);
    milestones.placeOf(milestone).mustReport(actor);
    Form form = Form.filled(Map.of("reportedOn", LocalDate.now(clock).toString()));
    ProgressPage page = page(milestone, form);
    return page.closure().isEmpty() ? Answer.page(TEMPLATE, page) : Answer.conflict(TEMPLATE, page);
  }

  @PostMapping("/milestones/{slug}/progress")
  @Transactional
  public Answer report(Lang lang, Actor actor, @PathVariable String slug, Form form) {
    Milestone milestone = milestones.get(slug);
    milestones.placeOf(milestone).mustReport(actor);
    milestones.hold(milestone.id());
    ProgressPage page = page(milestone, form);
    if (page.closure().isPresent()) {
      return Answer.conflict(TEMPLATE, page);
    }
    var value = ProgressForm.read(form, lang, page.facts(), nothingHappened());
    if (value.isEmpty()) {
      return Answer.again(TEMPLATE, page);
    }
    reports.report(actor, milestone, value.get());
    return Answer.seeOther("/" + lang + milestone.path());
  }

  private ProgressPage page(Milestone milestone, Form form) {
    return new ProgressPage(
        milestone,
        milestones.factsOf(milestone.id(), LocalDate.now(clock)),
        closures.find(milestone.id()),
        form);
  }

  /// The sentence in every language that the program speaks.
  private LocalText nothingHappened() {
    Map<String, String> texts = new HashMap<>();
    messages
        .languages()
        .forEach(
            lang -> texts.put(lang.code(), messages.text(lang, "commitments.progress.nothing")));
    return new LocalText(Lang.ES, texts);
  }
}
