package cabildo.commitments;

import java.util.Locale;

/// Whether milestones were done by their planned dates.
///
/// Of those whose date says something already (closed, or open past their planned end): `ALL`,
/// `MOST` (more than half), `SOME` or `NONE` were done on their planned end or before. A cancelled
/// one was not. `NOTHING_DUE` when there is none to tell by. This is the time alone; whether the
/// scope stayed as planned no date can tell.
public enum AsPlanned {
  NOTHING_DUE,
  NONE,
  SOME,
  MOST,
  ALL;

  /// As in `nothing_due`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AsPlanned of(int kept, int due) {
    if (due == 0) {
      return NOTHING_DUE;
    }
    if (kept == due) {
      return ALL;
    }
    if (kept == 0) {
      return NONE;
    }
    return 2 * kept > due ? MOST : SOME;
  }
}
