package cabildo.studies.assessments;

import cabildo.kernel.Lang;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The board as a table for other programs: a row for each municipality, dates as `YYYY-MM-DD`,
/// moments in UTC.
final class BoardCsv {
  private static final List<String> HEADER =
      List.of(
          "code",
          "municipality",
          "stage",
          "due_on",
          "late",
          "items_answered",
          "signed_at",
          "codings_finished",
          "coders",
          "told_at",
          "reply_until",
          "objections",
          "objections_open",
          "concluded_at");

  private BoardCsv() {}

  static String of(Lang lang, List<Assessment> assessments, LocalDate today) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      assessments.forEach(assessment -> csv.writeRecord(row(lang, assessment, today)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> row(Lang lang, Assessment assessment, LocalDate today) {
    return List.of(
        assessment.code(),
        assessment.name().in(lang).text(),
        assessment.stage().code(),
        cell(assessment.dueOn()),
        cell(assessment.isLate(today)),
        cell(assessment.answered()),
        cell(assessment.signedAt()),
        cell(assessment.coded()),
        cell(assessment.coders()),
        cell(assessment.toldAt()),
        cell(assessment.replyUntil()),
        cell(assessment.objections()),
        cell(assessment.open()),
        cell(assessment.concludedAt()));
  }

  private static String cell(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
