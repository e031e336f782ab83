package cabildo.reports;

import cabildo.kernel.LocalText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What rules have in common: how a finding is put into words.
@Component
record Say(Words words, TextSignals signals) {

  LocalText words(String key, Object... args) {
    return words.say(key, args);
  }

  List<Finding> finding(
      String code,
      @Nullable String question,
      Severity severity,
      LocalText answerSays,
      LocalText recordSays,
      @Nullable String recordPath) {
    return List.of(
        new Finding(
            code,
            question,
            severity,
            words("reports.finding." + code + ".title"),
            answerSays,
            recordSays,
            recordPath));
  }

  /// The claim, and the sentence of the same report that speaks against it.
  LocalText withQuote(LocalText answer, String signal, ReportFacts facts, String question) {
    return signals
        .sentence(signal, facts.text(question))
        .map(sentence -> words.join(answer, words("reports.finding.quote", sentence)))
        .orElse(answer);
  }

  LocalText label(ReportFacts facts, String question, String option) {
    return facts
        .form()
        .find(question)
        .flatMap(asked -> asked.option(option))
        .map(FormDefinition.Option::label)
        .orElseGet(() -> words("reports.option.unknown", option));
  }
}
