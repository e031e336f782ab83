package cabildo.studies.assessments;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one side says on one item, with what it shows for it.
///
/// @param value as an XForm writes it; absent with a state, or when an answer is taken back
/// @param reason the legal ground of `NOT_APPLICABLE`, the reason of every other state
/// @param retryOn when it is tried again, of `NOT_ACCESSIBLE` only
/// @param link the evidence's address
/// @param evidenceId the evidence in the vault
/// @param place page or article of the evidence
/// @param norm the legal norm that applies
public record Said(
    @Nullable String value,
    @Nullable SpecialState state,
    @Nullable String reason,
    @Nullable LocalDate retryOn,
    @Nullable String link,
    @Nullable UUID evidenceId,
    @Nullable String place,
    @Nullable String norm,
    @Nullable String comment) {

  public static final Said NOTHING = new Said(null, null, null, null, null, null, null, null, null);

  /// Of a value alone.
  static Said value(String value) {
    return new Said(value, null, null, null, null, null, null, null, null);
  }

  public boolean isAnswered() {
    return value != null || state != null;
  }

  public boolean hasEvidence() {
    return link != null || evidenceId != null;
  }

  /// Whether both say the same, whatever they show for it.
  boolean agrees(Said other) {
    return java.util.Objects.equals(value, other.value) && state == other.state;
  }
}
