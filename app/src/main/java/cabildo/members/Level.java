package cabildo.members;

import java.util.Locale;

/// The storey of the tree on which a territory stands.
public enum Level {
  COUNTRY,
  STATE,
  MUNICIPALITY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The message with its name.
  public String key() {
    return "members.level." + code();
  }
}
