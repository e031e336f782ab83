package cabildo.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report on a commitment, from its first draft on. What the public reads is a `Publication`.
///
/// @param filedElsewhere it was written and published outside, and is kept here as it was filed
/// @param originalLanguage the language in which the evaluators write
/// @param publicationCount how many versions were published; zero for a draft
public record Report(
    UUID id,
    String slug,
    UUID commitmentId,
    UUID formId,
    boolean filedElsewhere,
    @Nullable String sourceUrl,
    String originalLanguage,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    @Nullable LocalDate assessedOn,
    @Nullable LocalDate submittedOn,
    Instant createdAt,
    boolean invented,
    int version,
    int publicationCount) {

  public String path() {
    return "/reports/" + slug;
  }

  public boolean isPublished() {
    return publicationCount > 0;
  }

  /// The day as of which the record is read: when it was assessed, else the end of what it covers.
  public LocalDate asOf(LocalDate today) {
    if (assessedOn != null) {
      return assessedOn;
    }
    return periodTo != null && periodTo.isBefore(today) ? periodTo : today;
  }
}
