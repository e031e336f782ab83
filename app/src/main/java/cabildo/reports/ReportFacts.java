package cabildo.reports;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.kernel.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a rule of the consistency review may look at.
///
/// @param evidenceCounts items of evidence beside each numbered question
/// @param published when it was published; absent for a draft
public record ReportFacts(
    Report report,
    FormDefinition form,
    AnswerSheet answers,
    Map<String, Integer> evidenceCounts,
    List<Evaluator> evaluators,
    Promise promise,
    TrackRecord track,
    List<Measure> measures,
    List<String> terms,
    LocalDate today,
    @Nullable Integer publishedYear,
    @Nullable LocalDate published) {

  public ReportFacts {
    evidenceCounts = Map.copyOf(evidenceCounts);
    evaluators = List.copyOf(evaluators);
    measures = List.copyOf(measures);
    terms = List.copyOf(terms);
  }

  /// The commitment and its plan, as they were promised.
  public record Promise(
      LocalText title,
      String path,
      List<String> ogpValues,
      Period period,
      LocalText planTitle,
      String planPath,
      Period planPeriod) {}

  /// An indicator of the commitment.
  public record Measure(
      LocalText name,
      @Nullable BigDecimal baseline,
      @Nullable BigDecimal latest,
      @Nullable LocalDate latestOn,
      @Nullable BigDecimal target) {

    /// How much of the target was reached, in percent with one decimal; absent when either is.
    public @Nullable BigDecimal reachedPercent() {
      if (latest == null || target == null || target.signum() <= 0) {
        return null;
      }
      return latest.multiply(BigDecimal.valueOf(100)).divide(target, 1, RoundingMode.HALF_UP);
    }
  }

  public int evidenceCount(String question) {
    return evidenceCounts.getOrDefault(question, 0);
  }

  /// The text of an answer as its evaluators wrote it; empty when there is none.
  public String text(String question) {
    return answers.text(question).map(text -> text.asWritten().text()).orElse("");
  }

  public Lang language() {
    return new Lang(report.originalLanguage());
  }
}
