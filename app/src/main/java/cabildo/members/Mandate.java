package cabildo.members;

import cabildo.kernel.LocalText;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who holds a post in an organisation. The person need not have an account.
///
/// @param until the last day; absent while it lasts, or when it is not on record
public record Mandate(
    UUID id,
    UUID organisationId,
    String personName,
    LocalText post,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    boolean invented) {

  public Mandate {
    if (since != null && until != null && until.isBefore(since)) {
      throw new IllegalArgumentException("a mandate ends after it begins: " + personName);
    }
  }
}
