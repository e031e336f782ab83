package cabildo.studies.requests;

import java.util.Locale;

/// The way by which a request is handed in.
public enum Channel {
  /// The national platform for access to information.
  PLATFORM,
  EMAIL,
  DESK,
  PHONE,
  WEB;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The message with its name.
  public String key() {
    return "studies.requests.channel." + code();
  }
}
