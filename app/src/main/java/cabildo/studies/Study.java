package cabildo.studies;

import cabildo.kernel.LocalText;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A study of how open the governments of a territory are.
///
/// @param question what it wants to know, in a sentence
/// @param territoryId whose people and institutions it speaks of
/// @param organisationId who answers for it
/// @param aboutId the milestone or commitment that it serves
/// @param invented whether its answers are made up for a demonstration
public record Study(
    UUID id,
    String slug,
    LocalText title,
    LocalText question,
    UUID territoryId,
    UUID organisationId,
    @Nullable UUID planId,
    @Nullable UUID aboutId,
    boolean invented,
    int version) {

  public String path() {
    return "/studies/" + slug;
  }

  /// Where a role must hold for work on this study.
  public Set<UUID> scopes() {
    Set<UUID> scopes = new HashSet<>(Set.of(id, territoryId, organisationId));
    if (planId != null) {
      scopes.add(planId);
    }
    return scopes;
  }
}
