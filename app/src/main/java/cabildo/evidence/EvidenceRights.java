package cabildo.evidence;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import cabildo.kernel.Subject;
import cabildo.ledger.Subjects;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Who may do what with evidence. Officers and administrators of a thing, or of what it is part of,
/// may always; others where a gate lets them.
@Component
public class EvidenceRights {
  private final Subjects subjects;
  private final ObjectProvider<EvidenceGate> gates;

  EvidenceRights(Subjects subjects, ObjectProvider<EvidenceGate> gates) {
    this.subjects = subjects;
    this.gates = gates;
  }

  public boolean mayAdd(Actor actor, Subject about) {
    return actor.isSignedIn()
        && (keeps(actor, about)
            || gates.stream()
                .filter(gate -> gate.kind().equals(about.kind()))
                .anyMatch(gate -> gate.mayAdd(actor, about)));
  }

  void mustAdd(Actor actor, Subject about) {
    actor.mustBeSignedIn();
    if (!mayAdd(actor, about)) {
      throw Problem.notAllowed("evidence.mayNotAdd");
    }
  }

  /// Personal data: for who added the file, and for who may add to the same thing.
  void mustReadFile(Actor actor, EvidenceItem item, Collection<Subject> about) {
    if (item.hasPersonalData()) {
      UUID person = actor.mustBeSignedIn();
      boolean isOwn = person.equals(item.addedBy());
      if (!isOwn && about.stream().noneMatch(thing -> mayAdd(actor, thing))) {
        throw Problem.notAllowed("evidence.mayNotRead");
      }
    }
  }

  void mustWithdraw(Actor actor, EvidenceItem item, Collection<Subject> about) {
    UUID person = actor.mustBeSignedIn();
    boolean isOwn = person.equals(item.addedBy());
    if (!isOwn && about.stream().noneMatch(thing -> keeps(actor, thing))) {
      throw Problem.notAllowed("evidence.mayNotWithdraw");
    }
  }

  private boolean keeps(Actor actor, Subject thing) {
    List<UUID> chain = subjects.chain(thing.id()).stream().map(Subject::id).toList();
    return actor.holds(Role.OFFICER, chain) || actor.holds(Role.ADMINISTRATOR, chain);
  }
}
