package cabildo.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Lays the answers of a report beside the facts, rule by rule.
@Component
public class ConsistencyReview {
  private static final Comparator<Finding> BY_NUMBER =
      Comparator.comparingInt(Finding::number).thenComparing(Finding::key);

  private final Rules rules;

  public ConsistencyReview(Rules rules) {
    this.rules = rules;
  }

  /// Every finding, in the order of the rules' numbers.
  public List<Finding> findings(ReportFacts facts) {
    return rules.all().stream()
        .flatMap(rule -> rule.check(facts).stream())
        .sorted(BY_NUMBER)
        .toList();
  }

  /// The findings that stand in the way of publication: blocking ones without a justification.
  public static List<Finding> blocking(
      List<Finding> findings, Map<String, Justification> justifications) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.BLOCK)
        .filter(finding -> !justifications.containsKey(finding.key()))
        .toList();
  }
}
