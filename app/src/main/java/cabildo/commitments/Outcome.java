package cabildo.commitments;

import java.util.Locale;

/// How a milestone ended.
public enum Outcome {
  DONE,
  CANCELLED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
