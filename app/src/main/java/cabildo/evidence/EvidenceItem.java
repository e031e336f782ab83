package cabildo.evidence;

import cabildo.files.FileType;
import cabildo.kernel.LocalText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file or a link, and what it proves.
///
/// @param proves the claim that it supports, as a sentence
/// @param factOn the day of what it shows; absent when unknown
/// @param receivedAt when it came into the record
/// @param sha256 of the file; absent for a link, like the three that follow from it
/// @param withdrawnReason why it no longer holds; absent while it does
public record EvidenceItem(
    UUID id,
    Kind kind,
    LocalText title,
    LocalText proves,
    @Nullable String author,
    @Nullable LocalDate factOn,
    Instant receivedAt,
    Licence licence,
    boolean hasPersonalData,
    @Nullable String sha256,
    @Nullable String fileName,
    @Nullable Long sizeBytes,
    @Nullable String mediaType,
    @Nullable String url,
    @Nullable UUID addedBy,
    String addedByName,
    boolean invented,
    @Nullable String withdrawnReason,
    @Nullable Instant withdrawnAt,
    @Nullable String withdrawnByName) {

  public enum Kind {
    FILE,
    LINK
  }

  /// On what terms others may use it.
  public enum Licence {
    CC_BY_4,
    CC0,
    PUBLIC_DOCUMENT,
    OTHER,
    UNKNOWN;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String path() {
    return "/evidence/" + id;
  }

  public boolean isFile() {
    return kind == Kind.FILE;
  }

  public boolean isWithdrawn() {
    return withdrawnReason != null;
  }

  /// The message that names its kind: `files.type.pdf`, or `evidence.kind.link`.
  public String kindKey() {
    return mediaType == null
        ? "evidence.kind.link"
        : FileType.ofMediaType(mediaType)
            .map(type -> "files.type." + type.code())
            .orElse("evidence.kind.file");
  }
}
