package cabildo.studies.collection;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One personal way to answer, and what became of it.
///
/// @param unit the number of the drawn unit
/// @param number counted within the unit
/// @param startedAt when the form was begun in a browser
/// @param answeredAt when an answer was received, in whatever mode
/// @param messages sent by e-mail so far
public record Invitation(
    UUID id,
    UUID componentId,
    int unit,
    int number,
    Instant issuedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable Outcome outcome,
    int messages,
    boolean hasContact) {

  public enum Standing {
    ANSWERED,
    WITHDRAWN,
    STARTED,
    OPEN;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What was answered stays answered, withdrawn or not.
  public Standing standing() {
    if (answeredAt != null) {
      return Standing.ANSWERED;
    }
    if (withdrawnAt != null) {
      return Standing.WITHDRAWN;
    }
    return startedAt == null ? Standing.OPEN : Standing.STARTED;
  }

  /// Printed on its card, and no secret: `012-003`.
  public String reference() {
    return reference(unit, number);
  }

  static String reference(int unit, int number) {
    return "%03d-%03d".formatted(unit, number);
  }
}
