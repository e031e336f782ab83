package cabildo.commitments;

import cabildo.evidence.EvidenceGate;
import cabildo.kernel.Actor;
import cabildo.kernel.Subject;
import org.springframework.stereotype.Component;

/// Evidence for a milestone is added by either side that answers for it.
@Component
class MilestoneEvidence implements EvidenceGate {
  private final Milestones milestones;

  MilestoneEvidence(Milestones milestones) {
    this.milestones = milestones;
  }

  @Override
  public String kind() {
    return "milestone";
  }

  @Override
  public boolean mayAdd(Actor actor, Subject about) {
    Place place = milestones.placeOf(milestones.get(about.id()));
    return place.isOfGovernment(actor) || place.isOfCivilSociety(actor);
  }
}
