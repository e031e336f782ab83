package cabildo.comments;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A reply as the public reads it.
///
/// @param aboutId what it was left under
/// @param parentId the reply that it answers; absent for one that begins a conversation
/// @param organisation in whose name it is an official answer; absent for everybody else
/// @param language that it is written in
public record Comment(
    UUID id,
    UUID aboutId,
    @Nullable UUID parentId,
    String authorName,
    @Nullable LocalText organisation,
    String language,
    String body,
    Instant receivedAt,
    boolean invented) {

  public boolean isOfficial() {
    return organisation != null;
  }

  /// The word by which links find it on its page.
  public String anchor() {
    return "reply-" + id;
  }
}
