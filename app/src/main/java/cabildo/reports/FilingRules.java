package cabildo.reports;

import static cabildo.reports.Severity.ASK;
import static cabildo.reports.Severity.BLOCK;
import static cabildo.reports.Severity.FACT;
import static cabildo.reports.Severity.WARN;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who signed the report, when, and how its texts and labels hold up.
@Component
final class FilingRules {
  private static final Pattern YEAR = Pattern.compile("\\b(20\\d\\d)\\b");

  private final Say say;

  FilingRules(Say say) {
    this.say = say;
  }

  List<Rule> all() {
    return List.of(
        this::assessedBeforeTheEnd,
        this::datesAndDelays,
        this::independenceNotDeclared,
        this::lessonsNotTyped,
        this::brokenTranslation,
        this::planLabelAgainstItsDates);
  }

  /// C9: the form is for after the end; before it, a report is a progress assessment.
  private List<Finding> assessedBeforeTheEnd(ReportFacts facts) {
    int open = facts.track().openCount();
    LocalDate assessed = facts.report().assessedOn();
    if (assessed == null) {
      return say.finding(
          "C9",
          null,
          BLOCK,
          say.words("reports.finding.C9.answerUndated"),
          say.words(
              "reports.finding.C9.recordUndated",
              open,
              facts.track().milestoneCount(),
              facts.track().asOf()),
          facts.promise().path());
    }
    boolean planEnded = assessed.isAfter(facts.promise().planPeriod().to());
    if (open == 0 || planEnded) {
      return List.of();
    }
    return say.finding(
        "C9",
        null,
        BLOCK,
        say.words("reports.finding.C9.answer", assessed),
        say.words(
            "reports.finding.C9.record",
            open,
            facts.track().milestoneCount(),
            facts.promise().planPeriod().to()),
        facts.promise().path());
  }

  /// C10: when it was due, and which of its four dates are not on record.
  private List<Finding> datesAndDelays(ReportFacts facts) {
    LocalDate due = facts.promise().period().to().plusMonths(1);
    Report report = facts.report();
    List<LocalText> absent = new ArrayList<>();
    if (report.periodFrom() == null || report.periodTo() == null) {
      absent.add(say.words("reports.date.period"));
    }
    if (report.assessedOn() == null) {
      absent.add(say.words("reports.date.assessed"));
    }
    if (report.submittedOn() == null) {
      absent.add(say.words("reports.date.submitted"));
    }
    LocalText answer =
        absent.isEmpty()
            ? say.words("reports.finding.C10.answer", day(report.assessedOn()))
            : say.words("reports.finding.C10.answerAbsent", absent);
    LocalText record =
        facts.published() == null && facts.publishedYear() != null
            ? say.words(
                "reports.finding.C10.recordYear", due, String.valueOf(facts.publishedYear()))
            : say.words(
                "reports.finding.C10.record",
                due,
                ChronoUnit.DAYS.between(
                    due, facts.published() == null ? facts.today() : facts.published()));
    return say.finding("C10", null, FACT, answer, record, null);
  }

  /// C12: evaluators who have not declared their independence.
  private List<Finding> independenceNotDeclared(ReportFacts facts) {
    List<String> silent =
        facts.evaluators().stream()
            .filter(evaluator -> !evaluator.hasDeclared())
            .map(Evaluator::name)
            .toList();
    if (silent.isEmpty() && !facts.evaluators().isEmpty()) {
      return List.of();
    }
    return say.finding(
        "C12",
        null,
        BLOCK,
        say.words("reports.finding.C12.answer", facts.evaluators().size()),
        silent.isEmpty()
            ? say.words("reports.finding.C12.recordNobody")
            : say.words("reports.finding.C12.record", silent),
        null);
  }

  /// C13: a lesson that is neither barrier nor recommendation, and no decision on what follows.
  private List<Finding> lessonsNotTyped(ReportFacts facts) {
    if (facts.form().find("q3_barrier").isEmpty()) {
      return facts.answers().has("q3")
          ? say.finding(
              "C13",
              "q3",
              ASK,
              say.words("reports.finding.C13.answer"),
              say.words("reports.finding.C13.recordNotAsked"),
              null)
          : List.of();
    }
    boolean hasLesson =
        facts.answers().has("q3_barrier") || facts.answers().has("q3_recommendation");
    if (hasLesson && facts.answers().has("q3_carry_forward")) {
      return List.of();
    }
    return say.finding(
        "C13",
        "q3",
        WARN,
        say.words("reports.finding.C13.answer"),
        say.words("reports.finding.C13.record"),
        null);
  }

  /// C15: a term that a machine broke, and no word of a translation.
  private List<Finding> brokenTranslation(ReportFacts facts) {
    for (FormDefinition.Question question : facts.form().questions()) {
      Optional<String> broken = TextSignals.brokenTerm(facts.text(question.id()), facts.terms());
      if (broken.isPresent()) {
        return say.finding(
            "C15",
            question.leadingId(),
            ASK,
            say.words("reports.finding.C15.answer", broken.get()),
            say.words("reports.finding.C15.record"),
            null);
      }
    }
    return List.of();
  }

  /// C16: the years in the plan's title against the dates that the plan has.
  private List<Finding> planLabelAgainstItsDates(ReportFacts facts) {
    Matcher years = YEAR.matcher(facts.promise().planTitle().asWritten().text());
    List<Integer> named = new ArrayList<>();
    while (years.find()) {
      named.add(Integer.valueOf(years.group(1)));
    }
    LocalDate from = facts.promise().planPeriod().from();
    LocalDate to = facts.promise().planPeriod().to();
    if (named.isEmpty()
        || (named.getFirst() == from.getYear() && named.getLast() == to.getYear())) {
      return List.of();
    }
    return say.finding(
        "C16",
        null,
        FACT,
        say.words("reports.finding.C16.answer", facts.promise().planTitle()),
        say.words("reports.finding.C16.record", from, to),
        facts.promise().planPath());
  }

  private static LocalDate day(@Nullable LocalDate date) {
    return date == null ? LocalDate.EPOCH : date;
  }
}
