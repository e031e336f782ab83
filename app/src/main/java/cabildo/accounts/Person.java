package cabildo.accounts;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone who may sign in.
///
/// @param title the person's post, as people read it
/// @param password its Argon2id hash; absent when nobody may sign in
/// @param passwordNumber how often it was changed; a session holds for one of them
/// @param closedAt when the account was closed; an invitation may open it again
public record Person(
    UUID id,
    String email,
    String name,
    @Nullable String title,
    @Nullable String password,
    int passwordNumber,
    String language,
    Instant createdAt,
    @Nullable Instant closedAt) {

  public boolean isOpen() {
    return closedAt == null;
  }
}
