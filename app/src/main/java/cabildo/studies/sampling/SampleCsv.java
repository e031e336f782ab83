package cabildo.studies.sampling;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// What was drawn, as a table: UTF-8, commas, LF.
public final class SampleCsv {
  private SampleCsv() {}

  public static String of(List<SampledUnit> units) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(
          "number",
          "code",
          "name",
          "stratum",
          "size",
          "probability",
          "weight",
          "completes",
          "invitations");
      for (SampledUnit unit : units) {
        csv.writeRecord(
            String.valueOf(unit.number()),
            unit.code(),
            unit.name(),
            unit.stratum(),
            String.valueOf(unit.size()),
            String.valueOf(unit.probability()),
            String.valueOf(unit.weight()),
            String.valueOf(unit.completes()),
            String.valueOf(unit.invitations()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
