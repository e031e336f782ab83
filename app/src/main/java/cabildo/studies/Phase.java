package cabildo.studies;

import java.time.Instant;
import java.util.Locale;

/// A phase that a study has entered, by whom and when.
public record Phase(Name phase, Instant enteredAt, String enteredByName) {

  /// In the order in which a study goes through them.
  public enum Name {
    /// The plan is frozen.
    REGISTERED,
    /// Answers are taken.
    OPENED,
    /// No more answers; the figures are final.
    CLOSED,
    /// Results are public.
    PUBLISHED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
