package cabildo.studies.office;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.studies.Phase;
import cabildo.studies.Phases;
import cabildo.studies.Study;
import java.util.List;
import org.springframework.stereotype.Component;

/// Moves a study to its next phase, unless something that the phase needs is missing.
@Component
class EnterPhase {
  /// Registration happens with the plan, in its own room.
  static final List<Phase.Name> BY_HAND =
      List.of(Phase.Name.OPENED, Phase.Name.CLOSED, Phase.Name.PUBLISHED);

  private final Phases phases;

  EnterPhase(Phases phases) {
    this.phases = phases;
  }

  void enter(Actor actor, Study study, Phase.Name phase, Stand.Whole stand) {
    stand
        .obstacle(phase)
        .ifPresent(key -> {
          throw Problem.conflict(key);
        });
    phases.enter(actor, study, phase);
  }
}
