package cabildo.statistics.data;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads CSV (RFC 4180, UTF-8, header line, empty cell = missing) into a [Table].
public final class CsvTables {
  private CsvTables() {}

  /// The table in a file.
  ///
  /// @throws TableException when a line has another number of cells or the header repeats a name
  public static Table read(Path file) throws IOException {
    String source = String.valueOf(file.getFileName());
    List<String> names = new ArrayList<>();
    List<List<@Nullable String>> cells = new ArrayList<>();
    try (var reader = Files.newBufferedReader(file);
        CsvReader<CsvRecord> csv =
            CsvReader.builder()
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .ofCsvRecord(reader)) {
      for (CsvRecord line : csv) {
        if (names.isEmpty()) {
          names.addAll(header(source, line));
          names.forEach(name -> cells.add(new ArrayList<>()));
        } else {
          append(source, names, cells, line);
        }
      }
    } catch (CsvParseException | java.io.UncheckedIOException broken) {
      throw new TableException(source, 0, "-", "the file is not readable CSV in UTF-8", broken);
    }
    if (names.isEmpty()) {
      throw new TableException(source, 1, "-", "the file is empty; a header line is needed");
    }
    Map<String, List<@Nullable String>> columns = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i), cells.get(i));
    }
    return Table.of(source, 2, columns);
  }

  private static List<String> header(String source, CsvRecord line) {
    List<String> names = new ArrayList<>();
    for (String name : line.getFields()) {
      String clean = names.isEmpty() && name.startsWith("\uFEFF") ? name.substring(1) : name;
      if (names.contains(clean)) {
        throw new TableException(source, 1, clean, "the header has this name twice");
      }
      names.add(clean);
    }
    return names;
  }

  private static void append(
      String source, List<String> names, List<List<@Nullable String>> cells, CsvRecord line) {
    if (line.getFieldCount() != names.size()) {
      throw new TableException(
          source,
          (int) line.getStartingLineNumber(),
          "-",
          "the line has " + line.getFieldCount() + " cells and the header " + names.size());
    }
    for (int i = 0; i < names.size(); i++) {
      String cell = line.getField(i);
      cells.get(i).add(cell.isEmpty() ? null : cell);
    }
  }
}
