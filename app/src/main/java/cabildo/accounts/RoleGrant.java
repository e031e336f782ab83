package cabildo.accounts;

import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that a person holds now.
///
/// @param scopeId the plan, organisation or territory in which it holds; absent = everywhere
/// @param scope the name of that
public record RoleGrant(
    UUID id,
    UUID personId,
    Role role,
    @Nullable UUID scopeId,
    @Nullable LocalText scope,
    Instant grantedAt) {}
