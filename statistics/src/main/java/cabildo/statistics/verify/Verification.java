package cabildo.statistics.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Evaluates every case of every suite in a folder and reports the fields that differ.
///
/// @param passed cases all of whose fields agree
/// @param failed cases with a field that differs, or that could not be evaluated
/// @param unchecked cases that only quote a book, whose data are not in the folder
public record Verification(int passed, int failed, int unchecked) {

  /// Runs the suites of a folder; one line per failed case goes to `report`.
  public static Verification of(Path folder, Consumer<String> report) throws IOException {
    Verification total = new Verification(0, 0, 0);
    for (Suite suite : Suite.in(folder)) {
      Verification one = of(suite, report);
      total =
          new Verification(
              total.passed + one.passed,
              total.failed + one.failed,
              total.unchecked + one.unchecked);
    }
    return total;
  }

  /// Runs one suite.
  public static Verification of(Suite suite, Consumer<String> report) {
    int passed = 0;
    int failed = 0;
    int unchecked = 0;
    for (var content : suite.cases()) {
      Case c = new Case(suite, content);
      if (content.has("published") && !content.has("expected") && !PublishedCases.isCheckable(c)) {
        unchecked++;
        continue;
      }
      boolean fine = holds(c, report);
      passed += fine ? 1 : 0;
      failed += fine ? 0 : 1;
    }
    return new Verification(passed, failed, unchecked);
  }

  private static boolean holds(Case c, Consumer<String> report) {
    try {
      Optional<Answer> answer = Evaluators.evaluate(c);
      if (answer.isEmpty()) {
        report.accept(line(c, "-", "a known kind of suite", "'" + c.suite().name() + "'", "-"));
        return false;
      }
      List<Comparison.Difference> differences = differences(c, answer.get());
      if (!differences.isEmpty()) {
        Comparison.Difference d = differences.getFirst();
        String more =
            differences.size() > 1 ? " (and " + (differences.size() - 1) + " more fields)" : "";
        report.accept(line(c, d.field(), d.expected(), d.got(), d.tolerance()) + more);
      }
      return differences.isEmpty();
    } catch (RuntimeException | IOException defect) {
      report.accept(
          line(
              c,
              "-",
              "an answer",
              defect.getClass().getSimpleName() + ": " + defect.getMessage(),
              "-"));
      return false;
    }
  }

  private static List<Comparison.Difference> differences(Case c, Answer answer) {
    if (!c.content().has("expected")) {
      return Comparison.ofPrinted(
          PublishedCases.expectation(c), answer, PublishedCases.tolerance());
    }
    double @Nullable [] weights = CalibrationCases.expectedWeights(c);
    return weights == null
        ? Comparison.of(c.content(), answer)
        : Comparison.of(c.content(), answer, weights);
  }

  private static String line(Case c, String field, String expected, String got, String tolerance) {
    return "FAILED suite=%s id=%s field=%s expected=%s got=%s tolerance=%s"
        .formatted(c.suite().name(), c.id(), field, expected, got, tolerance);
  }

  /// The closing line.
  public String summary() {
    return passed + " passed, " + failed + " failed";
  }
}
