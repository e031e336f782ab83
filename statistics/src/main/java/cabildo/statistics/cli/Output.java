package cabildo.statistics.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where results go. A file appears whole or not at all: it is written beside its place and moved.
final class Output {
  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Result file, .csv or .json (default: CSV on the screen).")
  private @Nullable Path file;

  /// Writes rows of named values; all rows have the names of the first.
  void write(List<Map<String, @Nullable Object>> rows) throws IOException {
    boolean json = file != null && file.toString().endsWith(".json");
    String text = json ? json(rows) : csv(rows);
    if (file == null) {
      System.out.print(text);
      return;
    }
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IllegalArgumentException("the folder of " + file + " does not exist");
    }
    Path draft = Files.createTempFile(folder, ".statistics", ".part");
    try {
      Files.writeString(draft, text, StandardCharsets.UTF_8);
      Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    System.err.println(rows.size() + " rows written to " + file);
  }

  private static String json(List<Map<String, @Nullable Object>> rows) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(rows)
        + "\n";
  }

  private static String csv(List<Map<String, @Nullable Object>> rows) {
    StringBuilder out = new StringBuilder();
    if (!rows.isEmpty()) {
      out.append(String.join(",", rows.getFirst().keySet())).append('\n');
    }
    for (Map<String, @Nullable Object> row : rows) {
      String separator = "";
      for (Object value : row.values()) {
        out.append(separator).append(cell(value));
        separator = ",";
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String text =
        value instanceof List<?> list
            ? String.join(";", list.stream().map(String::valueOf).toList())
            : value.toString();
    boolean risky =
        !text.isEmpty() && !(value instanceof Number) && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    String safe = risky ? "'" + text : text;
    return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /// A row that keeps the order of its columns.
  static Map<String, @Nullable Object> row() {
    return new LinkedHashMap<>();
  }
}
