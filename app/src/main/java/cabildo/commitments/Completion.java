package cabildo.commitments;

import java.util.Locale;

/// How far a commitment has come on OGP's scale, derived from its milestones alone.
///
/// - `COMPLETE`: every milestone is done, each with its evidence. A cancelled one stands in the
///   way.
/// - `SUBSTANTIAL`: at least half of the milestones are done.
/// - `LIMITED`: work began on some, and fewer than half are done.
/// - `NOT_STARTED`: nothing has begun, and either nothing was due to begin yet or all was
///   cancelled.
/// - `NO_EVIDENCE`: nobody has given account of anything that was due to begin, or there are no
///   milestones: it cannot be told.
///
/// Reported percentages do not count here: they are the word of those responsible, and only a
/// closing needs evidence.
public enum Completion {
  NO_EVIDENCE,
  NOT_STARTED,
  LIMITED,
  SUBSTANTIAL,
  COMPLETE;

  /// As in `no_evidence`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
