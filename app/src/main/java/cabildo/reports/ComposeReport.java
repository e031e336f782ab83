package cabildo.reports;

import cabildo.commitments.Commitment;
import cabildo.commitments.Commitments;
import cabildo.kernel.LocalText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts a version of a report together as it would be read: answers, evidence, facts, findings with
/// their justifications. Used to look at a draft and to freeze it.
@Component
public class ComposeReport {
  private final ReadReport read;
  private final ConsistencyReview review;
  private final Justifications justifications;
  private final Commitments commitments;

  public ComposeReport(
      ReadReport read,
      ConsistencyReview review,
      Justifications justifications,
      Commitments commitments) {
    this.read = read;
    this.review = review;
    this.justifications = justifications;
    this.commitments = commitments;
  }

  public ReportBody compose(
      Report report, ReadReport.Published published, @Nullable LocalText reason) {
    ReportFacts facts = read.facts(report, published);
    Map<String, Justification> given = justifications.of(report.id());
    List<ReportBody.Reviewed> findings =
        review.findings(facts).stream()
            .map(finding -> ReportBody.Reviewed.of(finding, given.get(finding.key())))
            .toList();
    Commitment commitment = commitments.get(report.commitmentId());
    ReadReport.PlanRow plan = read.plan(commitment.planId());
    return new ReportBody(
        ReportBody.SCHEMA,
        report.slug(),
        report.publicationCount() + 1,
        new ReportBody.FormRef(facts.form().kind(), facts.form().version()),
        promised(commitment),
        new ReportBody.PlanRef(plan.slug(), plan.title(), plan.startsOn(), plan.endsOn()),
        read.members(commitment.planId()),
        report.originalLanguage(),
        report.filedElsewhere(),
        report.sourceUrl(),
        report.invented(),
        signatories(facts.evaluators()),
        dates(report, published, commitment),
        asked(facts),
        read.evidence(report.id()),
        facts.track(),
        findings,
        reason);
  }

  private static ReportBody.CommitmentRef promised(Commitment commitment) {
    return new ReportBody.CommitmentRef(
        commitment.code(),
        commitment.slug(),
        commitment.title(),
        commitment.action(),
        commitment.problem());
  }

  private static List<ReportBody.Signatory> signatories(List<Evaluator> evaluators) {
    return evaluators.stream()
        .map(who ->
            new ReportBody.Signatory(
                who.name(), who.affiliation(), who.independence(), who.declaredAt()))
        .toList();
  }

  private static ReportBody.Dates dates(
      Report report, ReadReport.Published published, Commitment commitment) {
    return new ReportBody.Dates(
        report.periodFrom(),
        report.periodTo(),
        report.assessedOn(),
        report.submittedOn(),
        published.at(),
        published.year(),
        commitment.endsOn().plusMonths(1));
  }

  /// The answers to what was asked; one whose condition fell away stays in the draft alone.
  private static Map<String, tools.jackson.databind.JsonNode> asked(ReportFacts facts) {
    Map<String, tools.jackson.databind.JsonNode> asked = new java.util.TreeMap<>();
    for (FormDefinition.Question question : facts.form().questions()) {
      var value = facts.answers().values().get(question.id());
      if (value != null && facts.answers().isAsked(question)) {
        asked.put(question.id(), value);
      }
    }
    return asked;
  }
}
