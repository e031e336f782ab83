package cabildo.studies.openrosa;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody, or a team, who brings answers in with a phone.
///
/// @param number makes the user name, and nothing else
/// @param digestHash MD5 of user name, realm and secret
/// @param units the drawn units to work in; empty = all
/// @param submissions taken in so far
/// @param lastAt when the newest came; absent before the first
public record Collector(
    UUID id,
    UUID componentId,
    int number,
    String name,
    String digestHash,
    List<Integer> units,
    Instant addedAt,
    @Nullable Instant withdrawnAt,
    long submissions,
    @Nullable Instant lastAt) {

  /// As it is typed on a phone: it says nothing about the person.
  public String userName() {
    return "campo-" + number;
  }
}
