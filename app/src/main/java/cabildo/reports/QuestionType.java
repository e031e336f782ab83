package cabildo.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a question is answered.
public enum QuestionType {
  /// One of its options.
  CHOICE,
  /// Any of its options.
  MANY,
  TEXT,
  /// By items of evidence alone.
  EVIDENCE;

  static Optional<QuestionType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
