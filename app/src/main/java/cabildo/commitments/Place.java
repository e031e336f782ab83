package cabildo.commitments;

import cabildo.kernel.Actor;
import cabildo.kernel.LocalText;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a milestone is part of and who answers for it; hence who may report on it.
///
/// @param governmentTerritoryId where the government organisation acts
public record Place(
    UUID milestoneId,
    UUID lineId,
    int lineNumber,
    String lineSlug,
    LocalText lineTitle,
    UUID commitmentId,
    String commitmentSlug,
    LocalText commitmentTitle,
    UUID planId,
    UUID governmentId,
    String governmentSlug,
    LocalText governmentName,
    @Nullable UUID governmentTerritoryId,
    @Nullable UUID civilId,
    @Nullable String civilSlug,
    @Nullable LocalText civilName,
    @Nullable UUID territoryId,
    @Nullable String territorySlug,
    @Nullable LocalText territoryName) {

  /// The things whose change makes a page about the milestone old.
  public Set<UUID> shows() {
    return Stream.of(milestoneId, lineId, commitmentId, governmentId, civilId, territoryId)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// The side of government: it starts, reports and closes.
  public boolean isOfGovernment(Actor actor) {
    List<UUID> scopes =
        Stream.of(governmentId, governmentTerritoryId, planId).filter(Objects::nonNull).toList();
    return actor.holds(Role.LIAISON, scopes) || actor.holds(Role.OFFICER, scopes);
  }

  /// The side of civil society: it reports too.
  public boolean isOfCivilSociety(Actor actor) {
    return civilId != null && actor.holds(Role.CIVIL_SOCIETY, Set.of(civilId));
  }

  public void mustReport(Actor actor) {
    actor.mustBeSignedIn();
    if (!isOfGovernment(actor) && !isOfCivilSociety(actor)) {
      throw Problem.notAllowed("commitments.milestone.notResponsible");
    }
  }

  public void mustClose(Actor actor) {
    actor.mustBeSignedIn();
    if (!isOfGovernment(actor)) {
      throw Problem.notAllowed("commitments.milestone.notOfGovernment");
    }
  }
}
