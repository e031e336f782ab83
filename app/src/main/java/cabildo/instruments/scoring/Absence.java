package cabildo.instruments.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why there is no value. None of these is zero.
public enum Absence {
  NOT_APPLICABLE,
  /// The institution did not tell.
  NOT_REPORTED,
  /// It could not be opened.
  NOT_ACCESSIBLE,
  REFUSED,
  /// Whoever was asked does not know.
  UNKNOWN,
  /// Known, but kept back, as for a small group.
  SUPPRESSED,
  /// Nothing was answered.
  UNANSWERED,
  /// What was answered is no value of its item.
  UNREADABLE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Absence> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /// How it enters where the rules do not say.
  Effect usual() {
    return this == NOT_APPLICABLE ? Effect.DROP : Effect.BLOCK;
  }

  /// How an absent value enters a score.
  public enum Effect {
    /// The others share its weight.
    DROP,
    ZERO,
    /// There is no score either.
    BLOCK
  }
}
