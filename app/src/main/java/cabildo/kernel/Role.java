package cabildo.kernel;

/// What a person may be trusted with. Where it holds is said by the scope of the grant.
public enum Role {
  ADMINISTRATOR,
  OFFICER,
  LIAISON,
  EVALUATOR,
  CIVIL_SOCIETY,
  MODERATOR;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
