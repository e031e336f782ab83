package cabildo.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who acts: a signed-in person with grants, a visitor without, or the program itself.
///
/// @param id the person's id; absent for visitors and for the program
public record Actor(@Nullable UUID id, String name, List<Grant> grants) {

  /// @param scopeId the plan, organisation or territory in which the role holds; absent =
  ///   everywhere
  public record Grant(Role role, @Nullable UUID scopeId) implements java.io.Serializable {}

  public Actor {
    grants = List.copyOf(grants);
  }

  public static Actor visitor(String name) {
    return new Actor(null, name, List.of());
  }

  /// The program's own hand, for what it loads and computes.
  public static Actor program() {
    return new Actor(null, "Cabildo", List.of());
  }

  public boolean isSignedIn() {
    return id != null;
  }

  /// Whether the role holds in any of the scopes; administrators do not hold other people's roles.
  public boolean holds(Role role, Collection<UUID> scopes) {
    return grants.stream()
        .filter(grant -> grant.role() == role)
        .anyMatch(grant -> grant.scopeId() == null || scopes.contains(grant.scopeId()));
  }

  public boolean holds(Role role) {
    return grants.stream().anyMatch(grant -> grant.role() == role);
  }

  /// Whether the person stands on the side of one of these organisations.
  public boolean belongsTo(Set<UUID> organisations) {
    return grants.stream()
        .anyMatch(grant -> grant.scopeId() != null && organisations.contains(grant.scopeId()));
  }

  /// The id of a person who must be signed in; else the Problem `SignInNeeded`.
  public UUID mustBeSignedIn() {
    if (id == null) {
      throw Problem.signInNeeded();
    }
    return id;
  }

  /// Refuses with the Problem `NotAllowed` unless the role holds in one of the scopes.
  public void mustHold(Role role, Collection<UUID> scopes) {
    mustBeSignedIn();
    if (!holds(role, scopes)) {
      throw Problem.notAllowed("web.problem.roleNeeded." + role.code());
    }
  }
}
