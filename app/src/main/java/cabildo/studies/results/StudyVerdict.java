package cabildo.studies.results;

import cabildo.statistics.verdict.ReasonCode;
import cabildo.statistics.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/// What may be concluded from a study about its whole territory, in a word, with every reason.
///
/// @param reasons in the order of the rule; empty only when it is conclusive
/// @param policy version of the rule
public record StudyVerdict(
    Verdict.Outcome outcome, List<ReasonCode> reasons, Coverage coverage, String policy) {

  public StudyVerdict {
    reasons = List.copyOf(reasons);
  }

  /// `conclusive`, `indicative`, `not_conclusive` or `withheld`.
  public String code() {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  /// The look of the status.
  public String mark() {
    return switch (outcome) {
      case CONCLUSIVE -> "status-done";
      case INDICATIVE -> "status-late";
      case NOT_CONCLUSIVE, WITHHELD -> "status-block";
    };
  }

  public boolean isOfVolunteers() {
    return reasons.contains(ReasonCode.VOLUNTEER_SAMPLE);
  }
}
