package cabildo.studies.assessments;

import cabildo.evidence.EvidenceGate;
import cabildo.kernel.Actor;
import cabildo.kernel.Subject;
import org.springframework.stereotype.Component;

/// Lets an institution put evidence for its answers into the vault until it has signed.
@Component
class AssessmentGate implements EvidenceGate {
  private final Assessments assessments;
  private final Dossiers dossiers;

  AssessmentGate(Assessments assessments, Dossiers dossiers) {
    this.assessments = assessments;
    this.dossiers = dossiers;
  }

  @Override
  public String kind() {
    return "study_assessment";
  }

  @Override
  public boolean mayAdd(Actor actor, Subject about) {
    Assessment assessment = assessments.get(about.id());
    return !assessment.isSigned() && dossiers.of(assessment).isInstitution(actor);
  }
}
