package cabildo.studies;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A file of separated values, whatever its separator: comma, semicolon, tab or bar.
///
/// @param separator the sign between cells
/// @param header the names of the columns, without space around them
public record Table(char separator, List<String> header, List<Row> rows) {
  public static final int MOST_ROWS = 20_000;
  private static final String SEPARATORS = ",;\t|";

  /// @param line where it begins in the file, the header being line 1
  /// @param cells as many as the line has, without space around them
  public record Row(long line, List<String> cells) {
    public String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /// Why a file is no table.
  ///
  /// @param key the end of its message key
  public record Refusal(String key, List<Object> args) {}

  public sealed interface Reading permits Good, Bad {}

  public record Good(Table table) implements Reading {}

  public record Bad(Refusal why) implements Reading {}

  public static Reading read(String text) {
    Optional<Character> said = saidSeparator(text);
    String body = said.isEmpty() ? text : text.substring(Math.max(0, text.indexOf('\n')) + 1);
    char separator = said.orElseGet(() -> guess(body));
    try (CsvReader<CsvRecord> records =
        CsvReader.builder().fieldSeparator(separator).skipEmptyLines(true).ofCsvRecord(body)) {
      List<Row> rows = new ArrayList<>();
      for (CsvRecord record : records) {
        if (rows.size() > MOST_ROWS) {
          return bad("tooLong", MOST_ROWS);
        }
        long line = record.getStartingLineNumber() + (said.isPresent() ? 1 : 0);
        List<String> cells = record.getFields().stream().map(String::strip).toList();
        if (!cells.stream().allMatch(String::isEmpty)) {
          rows.add(new Row(line, cells));
        }
      }
      return table(separator, rows);
    } catch (CsvParseException e) {
      return bad("unreadable", String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reading table(char separator, List<Row> rows) {
    if (rows.size() < 2) {
      return bad("empty");
    }
    List<String> header = rows.getFirst().cells();
    Map<String, Integer> seen = new HashMap<>();
    for (String name : header) {
      if (!name.isEmpty() && seen.merge(name, 1, Integer::sum) > 1) {
        return bad("columnTwice", name);
      }
    }
    return new Good(new Table(separator, header, List.copyOf(rows.subList(1, rows.size()))));
  }

  private static Reading bad(String key, Object... args) {
    return new Bad(new Refusal(key, List.of(args)));
  }

  /// The separator of the first line `sep=;` that Excel writes and reads.
  private static Optional<Character> saidSeparator(String text) {
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    boolean says = first.length() == 5 && first.startsWith("sep=");
    return says && SEPARATORS.indexOf(first.charAt(4)) >= 0
        ? Optional.of(first.charAt(4))
        : Optional.empty();
  }

  /// The one that the first line has most of, outside quotes.
  private static char guess(String text) {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
      char sign = text.charAt(i);
      quoted ^= sign == '"';
      int place = quoted ? -1 : SEPARATORS.indexOf(sign);
      if (place >= 0) {
        counts[place]++;
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }
}
