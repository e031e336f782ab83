package cabildo.studies.transcription;

import cabildo.kernel.Lang;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A sheet that somebody filled in by hand.
///
/// @param code the reference of its card, or the desk's own number
/// @param invitationId of the card; absent for volunteers
/// @param unit of the card
/// @param territoryId of volunteers
/// @param keyings how many people have finished keying it
public record Paper(
    UUID id,
    UUID componentId,
    String code,
    @Nullable UUID invitationId,
    @Nullable Integer unit,
    @Nullable UUID territoryId,
    String language,
    Instant begunAt,
    @Nullable Instant settledAt,
    @Nullable String settledByName,
    int keyings,
    int finished) {

  /// What has to be done with it next.
  public enum Next {
    /// One person has finished, or nobody.
    KEY,
    /// Two people have finished: compare.
    SETTLE,
    NOTHING;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Next next() {
    if (settledAt != null) {
      return Next.NOTHING;
    }
    return finished >= 2 ? Next.SETTLE : Next.KEY;
  }

  public Lang reading() {
    return new Lang(language);
  }

  /// Under which its answers are received, once.
  String instanceId() {
    return "paper:" + id;
  }
}
