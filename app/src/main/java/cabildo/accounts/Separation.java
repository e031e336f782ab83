package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Who carries the work does not assess it: nobody is evaluator and officer or liaison of the same
/// plan, organisation or territory. An evaluator of everything carries nothing at all.
///
/// That an organisation carries commitments of a plan is not known on this floor; `reports` asks
/// `Actor.belongsTo` for each commitment.
final class Separation {
  private static final Set<Role> CARRYING = Set.of(Role.OFFICER, Role.LIAISON);

  private Separation() {}

  static boolean forbids(List<Actor.Grant> held, Actor.Grant added) {
    return held.stream().anyMatch(one -> clash(one, added) || clash(added, one));
  }

  private static boolean clash(Actor.Grant assessing, Actor.Grant carrying) {
    return assessing.role() == Role.EVALUATOR
        && CARRYING.contains(carrying.role())
        && (assessing.scopeId() == null || Objects.equals(assessing.scopeId(), carrying.scopeId()));
  }
}
