package cabildo.accounts;

import cabildo.kernel.Actor;
import cabildo.kernel.Problem;
import cabildo.kernel.Role;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The roles that one person may give to others, and where.
///
/// Administrators give every role. Officers bring in liaisons and civil society where they are
/// officers; evaluators they do not choose, because their own work is what is assessed.
///
/// @param everywhere whether a role may be given without a limit
public record Offer(List<Role> roles, List<Scope> scopes, boolean everywhere) {
  private static final List<Role> BY_OFFICERS = List.of(Role.LIAISON, Role.CIVIL_SOCIETY);

  /// The Problem `NotAllowed` for those who may give nothing.
  static Offer of(Actor actor, List<Scope> all) {
    actor.mustBeSignedIn();
    if (actor.holds(Role.ADMINISTRATOR)) {
      return new Offer(List.of(Role.values()), all, true);
    }
    if (actor.holds(Role.OFFICER)) {
      return new Offer(
          BY_OFFICERS,
          all.stream().filter(scope -> actor.holds(Role.OFFICER, List.of(scope.id()))).toList(),
          false);
    }
    throw Problem.notAllowed("accounts.invitation.notYours");
  }

  static boolean mayGive(Actor actor, Actor.Grant grant) {
    UUID scope = grant.scopeId();
    return actor.holds(Role.ADMINISTRATOR)
        || (scope != null
            && BY_OFFICERS.contains(grant.role())
            && actor.holds(Role.OFFICER, List.of(scope)));
  }

  boolean includes(UUID scopeId) {
    return scopes.stream().anyMatch(scope -> scope.id().equals(scopeId));
  }

  /// The scopes of a kind, for a list that is grouped.
  public List<Scope> scopes(String kind) {
    return scopes.stream().filter(scope -> scope.kind().equals(kind)).toList();
  }

  /// Officers, liaisons and civil society stand somewhere; administrators stand above all.
  static boolean fits(Role role, @Nullable UUID scopeId) {
    return switch (role) {
      case ADMINISTRATOR -> scopeId == null;
      case OFFICER, LIAISON, CIVIL_SOCIETY -> scopeId != null;
      case EVALUATOR, MODERATOR -> true;
    };
  }
}
