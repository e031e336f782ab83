package cabildo.plans;

import java.util.Locale;

/// Where a plan stands on the way from a draft to its closing.
public enum PlanState {
  DRAFT,
  CO_CREATION,
  ENDORSED,
  SUBMITTED,
  INCEPTION_REVIEW,
  IMPLEMENTATION,
  ENDED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The message with its name.
  public String key() {
    return "plans.state." + code();
  }
}
