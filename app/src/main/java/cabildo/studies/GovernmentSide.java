package cabildo.studies;

import cabildo.members.OrganisationKind;
import cabildo.members.Organisations;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Who stands on the side of a municipality that is assessed.
@org.springframework.stereotype.Component
public class GovernmentSide {
  private static final Set<OrganisationKind> GOVERNMENT =
      EnumSet.of(OrganisationKind.MUNICIPALITY, OrganisationKind.GOVERNMENT);

  private final Organisations organisations;

  GovernmentSide(Organisations organisations) {
    this.organisations = organisations;
  }

  /// The municipality and the organisations that govern it.
  public Set<UUID> of(UUID territoryId) {
    Set<UUID> side = new HashSet<>(Set.of(territoryId));
    organisations.ofTerritory(territoryId).stream()
        .filter(organisation -> GOVERNMENT.contains(organisation.kind()))
        .forEach(organisation -> side.add(organisation.id()));
    return side;
  }
}
