package cabildo.members;

import java.util.Locale;

/// What an organisation is, whatever it does in one plan or another.
public enum OrganisationKind {
  GUARANTOR,
  GOVERNMENT,
  MUNICIPALITY,
  CIVIL_SOCIETY,
  ACADEMIA,
  MONITORING_BODY,
  FORUM,
  OGP;

  /// The message with its name.
  public String key() {
    return "members.kind." + name().toLowerCase(Locale.ROOT);
  }
}
