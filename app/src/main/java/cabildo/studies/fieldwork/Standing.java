package cabildo.studies.fieldwork;

import java.util.Locale;

/// Where a place stands against its plan.
public enum Standing {
  /// All planned answers are there.
  REACHED("done"),
  /// They will be there by the last day, at the pace so far.
  ON_COURSE("on-time"),
  /// Answers come in, and it is too early to tell.
  EARLY("on-time"),
  /// At the pace so far they will not be there.
  BEHIND("late"),
  /// Nobody has answered.
  EMPTY("not-started");

  private final String mark;

  Standing(String mark) {
    this.mark = mark;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The class of its mark, as in `status-late`.
  public String mark() {
    return mark;
  }
}
