package cabildo.reports;

import cabildo.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/// One place where an answer and the record do not agree, or where one of them is silent.
///
/// @param code the number of the rule, `C1`
/// @param question the numbered question beside which it stands; absent for the report as a whole
/// @param title the finding in a few words
/// @param answerSays what the report claims
/// @param recordSays what the facts say
/// @param recordPath where the facts can be seen, without language
public record Finding(
    String code,
    @Nullable String question,
    Severity severity,
    LocalText title,
    LocalText answerSays,
    LocalText recordSays,
    @Nullable String recordPath) {

  /// By this name a justification holds on to its finding.
  public String key() {
    return question == null ? code : code + "-" + question.replace('_', '-');
  }

  public int number() {
    return Integer.parseInt(code.substring(1));
  }
}
