package cabildo.reports;

import java.util.Locale;

/// What a finding asks of the evaluators.
public enum Severity {
  /// Must be mended, or justified in public, before publication; rests on structured facts.
  BLOCK,
  /// Should be looked at; is printed beside the answer.
  WARN,
  /// A question that a text raises; a signal, never a verdict.
  ASK,
  /// A fact that is printed beside the answer.
  FACT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
