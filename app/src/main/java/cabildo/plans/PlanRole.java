package cabildo.plans;

import java.util.Locale;

/// What an organisation does in a plan.
public enum PlanRole {
  CONVENER,
  IMPLEMENTING_AGENCY,
  GUARANTOR,
  MONITORING_BODY,
  FACILITATOR,
  CIVIL_SOCIETY,
  ACADEMIA,
  FORUM;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The message with its name.
  public String key() {
    return "plans.role." + code();
  }
}
