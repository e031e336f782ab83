package cabildo.studies.results;

import cabildo.kernel.Lang;
import cabildo.studies.Phase;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A study's published figures as a table, with their caveats in columns of their own.
final class ResultsCsv {
  private ResultsCsv() {}

  static String of(StudyResults results, List<Phase> phases, Lang lang) {
    var text = new StringWriter();
    String closed =
        phases.stream()
            .filter(phase -> phase.phase() == Phase.Name.CLOSED)
            .map(phase -> phase.enteredAt().toString().substring(0, 10))
            .findFirst()
            .orElse("");
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "item",
          "question",
          "choice",
          "answer",
          "share",
          "low",
          "high",
          "n",
          "base",
          "method",
          "universe",
          "verdict",
          "reasons",
          "policy",
          "closed_on",
          "invented");
      for (ItemFigures item : results.items()) {
        item.figures().forEach(figure -> line(csv, results, item, figure, closed, lang));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void line(
      CsvWriter csv,
      StudyResults results,
      ItemFigures item,
      Figure figure,
      String closed,
      Lang lang) {
    boolean isShown = item.isStated() && !figure.isWithheld();
    boolean isSample = item.verdict() != null;
    csv.writeRecord(
        item.path(),
        item.label().in(lang).text(),
        figure.choice(),
        figure.label().in(lang).text(),
        isShown ? number(figure.share()) : "",
        isShown ? number(figure.low()) : "",
        isShown ? number(figure.high()) : "",
        figure.isWithheld() ? "" : String.valueOf(figure.n()),
        String.valueOf(item.base()),
        isSample ? "probability" : "volunteers",
        isSample ? "adults of the territory" : "those who answered",
        item.outcome(),
        reasons(results, item),
        results.verdict().policy(),
        closed,
        String.valueOf(results.study().invented()));
  }

  private static String reasons(StudyResults results, ItemFigures item) {
    var reasons = item.verdict() == null ? results.verdict().reasons() : item.verdict().reasons();
    return reasons.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  private static String number(@Nullable Double number) {
    return number == null ? "" : String.valueOf(number);
  }
}
