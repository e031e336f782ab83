package cabildo.reports;

import static cabildo.reports.Severity.ASK;
import static cabildo.reports.Severity.BLOCK;
import static cabildo.reports.Severity.WARN;

import cabildo.kernel.LocalText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What the answers of section 1 say against the milestones and their dates.
@Component
final class CompletionRules {
  private static final List<String> COMPLETION =
      List.of("no_evidence", "not_started", "limited", "substantial", "complete");
  private static final List<String> AS_PLANNED = List.of("none", "some", "most", "all");

  private final Say say;

  CompletionRules(Say say) {
    this.say = say;
  }

  List<Rule> all() {
    return List.of(
        this::completionAboveTheRecord,
        this::asPlannedAgainstTheDates,
        this::answersWithoutEvidence,
        this::municipalitiesUnnamed);
  }

  /// C1: the declared level of completion is above the one that the milestones give.
  private List<Finding> completionAboveTheRecord(ReportFacts facts) {
    String declared = facts.answers().choice("q1_1");
    String derived = facts.track().completion();
    if (COMPLETION.indexOf(declared) <= COMPLETION.indexOf(derived)) {
      return List.of();
    }
    LocalText answer = say.words("reports.finding.C1.answer", say.label(facts, "q1_1", declared));
    LocalText record =
        say.words(
            "reports.finding.C1.record",
            facts.track().doneCount(),
            facts.track().milestoneCount(),
            facts.track().openCount(),
            say.label(facts, "q1_1", derived),
            facts.track().asOf());
    return say.finding(
        "C1",
        "q1_1",
        BLOCK,
        say.withQuote(answer, "unfinished", facts, "q1_1_explanation"),
        record,
        facts.promise().path());
  }

  /// C2: "as planned" against milestones that were closed late or are past their planned end.
  private List<Finding> asPlannedAgainstTheDates(ReportFacts facts) {
    String declared = facts.answers().choice("q1_3");
    int derived = AS_PLANNED.indexOf(facts.track().asPlanned());
    if (derived < 0 || AS_PLANNED.indexOf(declared) <= derived) {
      return List.of();
    }
    LocalText answer = say.words("reports.finding.C2.answer", say.label(facts, "q1_3", declared));
    List<TrackRecord.MilestoneFact> late = facts.track().late();
    LocalText record =
        say.words(
            "reports.finding.C2.record",
            late.size(),
            facts.track().milestoneCount(),
            late.stream().limit(3).map(TrackRecord.MilestoneFact::number).toList(),
            late.stream().mapToLong(TrackRecord.MilestoneFact::daysLate).max().orElse(0));
    return say.finding(
        "C2",
        "q1_3",
        BLOCK,
        say.withQuote(answer, "delayed", facts, "q1_3_explanation"),
        record,
        facts.promise().path());
  }

  /// C5: answers that should rest on evidence and have none; counted, and printed as a badge.
  private List<Finding> answersWithoutEvidence(ReportFacts facts) {
    List<String> asked =
        facts.form().questions().stream()
            .filter(FormDefinition.Question::evidence)
            .map(FormDefinition.Question::id)
            .filter(facts.answers()::has)
            .toList();
    long bare = asked.stream().filter(id -> facts.evidenceCount(id) == 0).count();
    if (bare == 0) {
      return List.of();
    }
    LocalText answer = say.words("reports.finding.C5.answer", asked.size());
    for (String question : Rules.OPENINGS) {
      Optional<String> claim =
          say.signals().sentence("published", facts.text(question + "_narrative"));
      if (claim.isPresent() && facts.evidenceCount(question) == 0) {
        answer = say.words("reports.finding.C5.answerPublished", claim.get());
        break;
      }
    }
    return say.finding(
        "C5",
        "q1_3",
        WARN,
        answer,
        say.words("reports.finding.C5.record", bare, asked.size()),
        null);
  }

  /// C14: a number of municipalities without their names.
  private List<Finding> municipalitiesUnnamed(ReportFacts facts) {
    Optional<String> number =
        say.signals().group("counted_municipalities", facts.text("q1_1_explanation"));
    if (number.isEmpty()) {
      return List.of();
    }
    List<LocalText> finished =
        facts.track().milestones().stream()
            .filter(TrackRecord.MilestoneFact::isDone)
            .flatMap(milestone -> Optional.ofNullable(milestone.territory()).stream())
            .distinct()
            .toList();
    List<LocalText> underWay =
        facts.track().milestones().stream()
            .filter(milestone -> !milestone.isDone())
            .flatMap(milestone -> Optional.ofNullable(milestone.territory()).stream())
            .filter(name -> !finished.contains(name))
            .distinct()
            .toList();
    LocalText record =
        say.words(
            "reports.finding.C14.record", finished.size(), finished, underWay.size(), underWay);
    return say.finding(
        "C14",
        "q1_1",
        ASK,
        say.words("reports.finding.C14.answer", number.get()),
        record,
        facts.promise().path());
  }
}
