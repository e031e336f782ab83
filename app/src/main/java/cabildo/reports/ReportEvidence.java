package cabildo.reports;

import cabildo.evidence.EvidenceGate;
import cabildo.kernel.Actor;
import cabildo.kernel.Subject;
import org.springframework.stereotype.Component;

/// Evidence for a report is added by its evaluators.
@Component
class ReportEvidence implements EvidenceGate {
  private final Evaluators evaluators;

  ReportEvidence(Evaluators evaluators) {
    this.evaluators = evaluators;
  }

  @Override
  public String kind() {
    return "report";
  }

  @Override
  public boolean mayAdd(Actor actor, Subject about) {
    return evaluators.of(about.id()).stream()
        .anyMatch(evaluator -> actor.mustBeSignedIn().equals(evaluator.personId()));
  }
}
