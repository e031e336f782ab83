package cabildo.evidence;

import cabildo.kernel.Actor;
import cabildo.kernel.Subject;

/// Says who may add evidence to things of one kind. A bean of the capability that knows them, for
/// instance which organisations answer for a milestone.
public interface EvidenceGate {
  /// The kind of subject that it knows, as in `milestone`.
  String kind();

  boolean mayAdd(Actor actor, Subject about);
}
