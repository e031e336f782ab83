package cabildo.reports;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.Problem;
import cabildo.reports.FormDefinition.Question;
import cabildo.reports.FormDefinition.Section;
import cabildo.web.Answer;
import cabildo.web.Form;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answering a section: the questions on one side, what the record says on the other.
@Controller
@RequestMapping("/{lang}/reports/{slug}/draft/sections/{number:[0-9]{1,2}}")
@Transactional(readOnly = true)
public class SectionPages {
  private static final String TEMPLATE = "cabildo/reports/draft_section.jte";

  private final Drafts drafts;
  private final GivenAnswers answers;
  private final ReadReport read;
  private final Prefill prefill;
  private final AvailableEvidence available;

  public SectionPages(
      Drafts drafts,
      GivenAnswers answers,
      ReadReport read,
      Prefill prefill,
      AvailableEvidence available) {
    this.drafts = drafts;
    this.answers = answers;
    this.read = read;
    this.prefill = prefill;
    this.available = available;
  }

  /// @param given the answers as they are saved, with who saved them
  /// @param prefilled questions whose field was filled in from the record and not yet saved
  /// @param newer questions that somebody else saved since this page was opened
  public record SectionPage(
      Form form,
      Draft draft,
      Section section,
      ReportFacts facts,
      Map<String, GivenAnswer> given,
      List<String> prefilled,
      List<AvailableEvidence.Item> items,
      List<Question> newer) {

    public int seen(Question question) {
      GivenAnswer answer = given.get(question.id());
      return answer == null ? 0 : answer.version();
    }

    public boolean isPrefilled(Question question) {
      return prefilled.contains(question.id());
    }
  }

  @GetMapping
  Answer show(Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number) {
    Draft draft = drafts.open(actor, slug);
    Section section = section(draft, number);
    ReportFacts facts = read.facts(draft.report(), ReadReport.Published.NOT_YET);
    Map<String, GivenAnswer> given = answers.of(draft.report().id());
    Prefill.Filled filled = prefill.fill(section, facts, given, evidence(draft));
    return Answer.page(
        TEMPLATE, page(filled.form(), draft, section, facts, given, filled.prefilled(), List.of()));
  }

  @PostMapping
  @Transactional
  Answer save(
      Lang lang, Actor actor, @PathVariable String slug, @PathVariable int number, Form form) {
    Draft draft = drafts.open(actor, slug);
    Section section = section(draft, number);
    Map<String, GivenAnswer> given = answers.of(draft.report().id());
    boolean mustBeWhole = form.value("then").equals("continue");
    SectionForm typed = SectionForm.read(form, section, draft, mustBeWhole);
    List<Question> newer = typed.newerThanSeen(form, section, given);
    if (form.isFaulty() || !newer.isEmpty()) {
      ReportFacts facts = read.facts(draft.report(), ReadReport.Published.NOT_YET);
      SectionPage page = page(form, draft, section, facts, given, List.of(), newer);
      return newer.isEmpty() ? Answer.again(TEMPLATE, page) : Answer.conflict(TEMPLATE, page);
    }
    UUID id = draft.report().id();
    typed.values().forEach((question, value) -> answers.save(actor, id, question, value));
    typed.evidence().forEach((question, items) -> layEvidence(draft, question, items));
    answers.recordSaving(actor, id, number);
    return Answer.seeOther(next(lang, draft, number, mustBeWhole));
  }

  private static String next(Lang lang, Draft draft, int number, boolean goesOn) {
    String path = "/" + lang + draft.report().path() + "/draft";
    if (!goesOn) {
      return path;
    }
    return draft.form().section(number + 1).isPresent()
        ? path + "/sections/" + (number + 1)
        : path + "/answers";
  }

  /// Only what may be laid there is: an id that was not offered is left aside with a Problem.
  private void layEvidence(Draft draft, String question, List<UUID> items) {
    List<UUID> offered =
        available.of(draft.report()).stream().map(AvailableEvidence.Item::id).toList();
    if (!offered.containsAll(items)) {
      throw Problem.invalid("web.problem.linked");
    }
    answers.layEvidence(draft.report().id(), question, items);
  }

  private Map<String, java.util.Set<UUID>> evidence(Draft draft) {
    return answers.evidence(draft.report().id());
  }

  private static Section section(Draft draft, int number) {
    return draft.form().section(number).orElseThrow(Problem::notFound);
  }

  private SectionPage page(
      Form form,
      Draft draft,
      Section section,
      ReportFacts facts,
      Map<String, GivenAnswer> given,
      List<String> prefilled,
      List<Question> newer) {
    return new SectionPage(
        form, draft, section, facts, given, prefilled, available.of(draft.report()), newer);
  }
}
