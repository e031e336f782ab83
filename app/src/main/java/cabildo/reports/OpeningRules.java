package cabildo.reports;

import static cabildo.reports.Severity.ASK;
import static cabildo.reports.Severity.BLOCK;
import static cabildo.reports.Severity.WARN;

import cabildo.kernel.LocalText;
import cabildo.reports.ReportFacts.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What section 2 says of results, and what it rests on.
@Component
final class OpeningRules {
  private static final List<String> STRONG = List.of("major", "outstanding");

  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private final Say say;

  OpeningRules(Say say) {
    this.say = say;
  }

  List<Rule> all() {
    return List.of(
        this::strongResultWithoutEvidence,
        this::problemSolvedWithoutMeasure,
        this::severalThingsInOneAnswer,
        this::measureFarFromItsTarget,
        this::sameDegreeEverywhere,
        this::noBaseline);
  }

  /// C3: a major or outstanding result without one item of evidence beside it.
  private List<Finding> strongResultWithoutEvidence(ReportFacts facts) {
    List<Finding> found = new ArrayList<>();
    for (String question : Rules.OPENINGS) {
      String degree = facts.answers().choice(question + "_degree");
      boolean isStrong = facts.answers().choice(question).equals("yes") && STRONG.contains(degree);
      if (isStrong && facts.evidenceCount(question) == 0) {
        LocalText answer =
            say.words("reports.finding.C3.answer", say.label(facts, question + "_degree", degree));
        found.addAll(
            say.finding(
                "C3",
                question,
                BLOCK,
                say.withQuote(answer, "not_yet", facts, question + "_narrative"),
                say.words("reports.finding.C3.record"),
                null));
      }
    }
    return found;
  }

  /// C4: the problem counts as addressed while the commitment is open and nothing measures it.
  private List<Finding> problemSolvedWithoutMeasure(ReportFacts facts) {
    boolean isMeasured =
        facts.measures().stream()
            .anyMatch(measure -> measure.baseline() != null && measure.latest() != null);
    if (!facts.answers().choice("q2_2").equals("yes")
        || (isMeasured && facts.track().openCount() == 0)) {
      return List.of();
    }
    LocalText answer =
        say.withQuote(
            say.words("reports.finding.C4.answer"), "unfinished", facts, "q2_2_explanation");
    return say.finding(
        "C4",
        "q2_2",
        WARN,
        answer,
        say.words(
            isMeasured ? "reports.finding.C4.recordOpen" : "reports.finding.C4.record",
            facts.track().openCount(),
            facts.track().milestoneCount()),
        facts.promise().path());
  }

  /// C6: the form asks five things in one, so "yes" does not say which of them happened.
  private List<Finding> severalThingsInOneAnswer(ReportFacts facts) {
    boolean isAskedApart = facts.form().find("q2_1_1_effects").isPresent();
    if (isAskedApart || !facts.answers().choice("q2_1_1").equals("yes")) {
      return List.of();
    }
    return say.finding(
        "C6",
        "q2_1_1",
        ASK,
        say.words("reports.finding.C6.answer"),
        say.words("reports.finding.C6.record"),
        null);
  }

  /// C7: a measure that the claim leans on stopped far from its target.
  private List<Finding> measureFarFromItsTarget(ReportFacts facts) {
    if (!facts.answers().choice("q2_2").equals("yes")) {
      return List.of();
    }
    for (Measure measure : facts.measures()) {
      BigDecimal percent = measure.reachedPercent();
      if (percent != null && percent.compareTo(HALF) < 0) {
        LocalText answer =
            say.withQuote(say.words("reports.finding.C7.answer"), "inconclusive", facts, "q1_2");
        LocalText record =
            say.words(
                "reports.finding.C7.record",
                measure.name(),
                plain(measure.latest()),
                plain(measure.target()),
                percent.toPlainString());
        return say.finding("C7", "q2_2", WARN, answer, record, facts.promise().path());
      }
    }
    return List.of();
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  /// C8: the same degree on every value, also on those that the commitment never set out to change.
  private List<Finding> sameDegreeEverywhere(ReportFacts facts) {
    List<String> degrees =
        Rules.OPENINGS.stream()
            .map(question -> facts.answers().choice(question + "_degree"))
            .filter(degree -> !degree.isEmpty())
            .toList();
    List<LocalText> untagged =
        Rules.OPENINGS.stream()
            .filter(question -> facts.answers().choice(question).equals("yes"))
            .flatMap(question -> facts.form().find(question).stream())
            .filter(question -> !facts.promise().ogpValues().contains(question.ogpValue()))
            .map(question -> say.words("reports.value." + question.ogpValue()))
            .toList();
    boolean isStraight =
        degrees.size() == Rules.OPENINGS.size() && degrees.stream().distinct().count() == 1;
    if (!isStraight && untagged.isEmpty()) {
      return List.of();
    }
    LocalText answer =
        isStraight
            ? say.words(
                "reports.finding.C8.answer", say.label(facts, "q2_1_1_degree", degrees.getFirst()))
            : say.words("reports.finding.C8.answerUntagged", untagged);
    LocalText record =
        untagged.isEmpty()
            ? say.words("reports.finding.C8.recordSame")
            : say.words("reports.finding.C8.record", untagged);
    return say.finding("C8", "q2_1_3", WARN, answer, record, facts.promise().path());
  }

  /// C11: without a baseline nothing tells whether the problem became smaller.
  private List<Finding> noBaseline(ReportFacts facts) {
    List<LocalText> bare =
        facts.measures().stream()
            .filter(measure -> measure.baseline() == null)
            .map(Measure::name)
            .toList();
    if (bare.isEmpty() && !facts.measures().isEmpty()) {
      return List.of();
    }
    LocalText record =
        bare.isEmpty()
            ? say.words("reports.finding.C11.recordNone")
            : say.words("reports.finding.C11.record", bare.size(), facts.measures().size(), bare);
    return say.finding(
        "C11",
        "q2_2",
        WARN,
        say.words("reports.finding.C11.answer"),
        record,
        facts.promise().path());
  }
}
