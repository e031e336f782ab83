package cabildo.studies.assessments;

import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one municipal government is asked within a study, and how far that has come.
///
/// @param name of the municipality
/// @param path without language, as in `/studies/apertura/assessments/toluca`
/// @param replyDays working days of its term to object
/// @param coders how many evaluators code it blind, 1 or 2
/// @param answered items that the institution has answered
/// @param coded codings that are finished
/// @param replyUntil the last day of the term
/// @param open objections without resolution
public record Assessment(
    UUID id,
    UUID componentId,
    UUID territoryId,
    LocalText name,
    String code,
    String path,
    LocalDate dueOn,
    int replyDays,
    int coders,
    Instant openedAt,
    int answered,
    @Nullable Instant signedAt,
    @Nullable String headName,
    @Nullable String headPost,
    @Nullable String sha256,
    int coded,
    @Nullable Instant toldAt,
    @Nullable LocalDate replyUntil,
    boolean isPublic,
    int objections,
    int open,
    @Nullable Instant concludedAt) {

  public Stage stage() {
    if (concludedAt != null) {
      return Stage.FINAL;
    }
    if (toldAt != null) {
      return Stage.IN_REPLY;
    }
    if (coded == coders) {
      return Stage.VALIDATED;
    }
    if (signedAt != null) {
      return Stage.SIGNED;
    }
    return answered > 0 ? Stage.BEGUN : Stage.NOT_BEGUN;
  }

  public boolean isSigned() {
    return signedAt != null;
  }

  public boolean isLate(LocalDate today) {
    return signedAt == null && today.isAfter(dueOn);
  }
}
