package cabildo.accounts;

import cabildo.kernel.LocalText;
import cabildo.kernel.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A role that waits for a person.
///
/// @param email whom it is for; absent, as the name and the inviter are, in the program's own
///   invitation of the first administrator
/// @param scope the name of where the role holds; absent = everywhere
/// @param language what the inviter reads, until the invited person chooses
public record Invitation(
    UUID id,
    @Nullable String email,
    @Nullable String name,
    Role role,
    @Nullable UUID scopeId,
    @Nullable LocalText scope,
    String language,
    Instant invitedAt,
    @Nullable UUID invitedBy,
    @Nullable String inviter,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant withdrawnAt) {

  public enum Standing {
    OPEN,
    ACCEPTED,
    WITHDRAWN,
    EXPIRED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Standing standing(Instant now) {
    if (acceptedAt != null) {
      return Standing.ACCEPTED;
    }
    if (withdrawnAt != null) {
      return Standing.WITHDRAWN;
    }
    return now.isBefore(expiresAt) ? Standing.OPEN : Standing.EXPIRED;
  }
}
