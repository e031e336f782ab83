package cabildo.studies.assessments;

import java.util.Locale;

/// How far an assessment has come; follows from its rows.
public enum Stage {
  NOT_BEGUN,
  BEGUN,
  SIGNED,
  VALIDATED,
  IN_REPLY,
  FINAL;

  /// The message with its name.
  public String key() {
    return "studies.assessments.stage." + code();
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class of its status.
  public String tone() {
    return switch (this) {
      case NOT_BEGUN -> "status-not-started";
      case BEGUN -> "status-draft";
      case SIGNED -> "status-on-time";
      case VALIDATED, IN_REPLY -> "status-review";
      case FINAL -> "status-done";
    };
  }
}
