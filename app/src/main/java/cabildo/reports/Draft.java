package cabildo.reports;

import cabildo.commitments.Commitment;
import cabildo.reports.FormDefinition.Section;
import java.util.List;
import java.util.UUID;

/// A report as its evaluators work on it.
public record Draft(
    Report report,
    FormDefinition form,
    Commitment commitment,
    List<Evaluator> evaluators,
    AnswerSheet sheet) {

  public boolean isSignedBy(UUID personId) {
    return evaluators.stream().anyMatch(evaluator -> personId.equals(evaluator.personId()));
  }

  /// Of a section: how many of the questions that must be answered are.
  public long answeredCount(Section section) {
    return neededIn(section).stream().filter(question -> sheet.has(question.id())).count();
  }

  public long neededCount(Section section) {
    return neededIn(section).size();
  }

  private List<FormDefinition.Question> neededIn(Section section) {
    return section.questions().stream()
        .filter(FormDefinition.Question::required)
        .filter(sheet::isAsked)
        .toList();
  }

  public boolean hasDates() {
    return report.assessedOn() != null && report.periodFrom() != null && report.periodTo() != null;
  }

  public boolean areAllDeclared() {
    return evaluators.stream().allMatch(Evaluator::hasDeclared);
  }
}
