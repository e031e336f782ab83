package cabildo.studies.sampling;

import cabildo.instruments.Digest;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/// The canonical form of a frame: UTF-8, commas, LF, a header, lines in the order of their codes.
/// Its SHA-256 is what is published before the seed.
public final class FrameCsv {
  private FrameCsv() {}

  public static String of(List<FrameUnit> units) {
    var text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord("code", "name", "stratum", "size");
      units.stream()
          .sorted(Comparator.comparing(FrameUnit::code))
          .forEach(unit ->
              csv.writeRecord(
                  unit.code(), unit.name(), unit.stratum(), String.valueOf(unit.size())));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  static String sha256(List<FrameUnit> units) {
    return Digest.of(of(units).getBytes(StandardCharsets.UTF_8));
  }
}
