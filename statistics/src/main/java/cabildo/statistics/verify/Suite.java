package cabildo.statistics.verify;

import cabildo.statistics.data.CsvTables;
import cabildo.statistics.data.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One file of reference cases with the data beside it.
///
/// @param name the suite's name, which says how its cases are evaluated
/// @param content the whole file
/// @param cases its cases
/// @param data tables by name, read on first use
public record Suite(String name, JsonNode content, List<JsonNode> cases, Data data) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Suites of a folder in the order of their file names; other files are passed over.
  ///
  /// @throws IOException when the folder cannot be read or a file is not JSON
  public static List<Suite> in(Path folder) throws IOException {
    Data data = new Data(folder);
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<Suite> suites = new ArrayList<>();
    for (Path file : files) {
      JsonNode content;
      try {
        content = JSON.readTree(Files.readString(file));
      } catch (tools.jackson.core.JacksonException broken) {
        throw new IOException(
            file.getFileName() + " is not JSON: " + broken.getOriginalMessage(), broken);
      }
      if (content.path("cases").isArray()) {
        List<JsonNode> cases = new ArrayList<>();
        content.path("cases").forEach(cases::add);
        suites.add(
            new Suite(content.path("suite").asString(""), content, List.copyOf(cases), data));
      }
    }
    return List.copyOf(suites);
  }

  /// The first case on the same data that satisfies a field test; cases may lean on each other.
  Optional<JsonNode> sibling(JsonNode self, String pointer, String value) {
    return cases.stream()
        .filter(other -> other.path("dataset").equals(self.path("dataset")))
        .filter(other -> other.at(pointer).asString("").equals(value))
        .findFirst();
  }

  /// The tables beside a suite.
  public static final class Data {
    private final Path folder;
    private final Map<String, Table> read = new HashMap<>();

    Data(Path folder) {
      this.folder = folder;
    }

    /// The table in `data/name.csv`, or in `data/name` when the name ends in .csv.
    ///
    /// @throws MissingData when there is no such file
    public Table table(String name) {
      return read.computeIfAbsent(name.endsWith(".csv") ? name : name + ".csv", this::load);
    }

    /// The folder that holds the suites.
    public Path folder() {
      return folder;
    }

    /// Whether the table's file is there.
    public boolean has(String name) {
      String file = name.endsWith(".csv") ? name : name + ".csv";
      return Files.exists(folder.resolve("data").resolve(file))
          || Files.exists(folder.resolve(file));
    }

    private Table load(String name) {
      Path file = folder.resolve("data").resolve(name);
      Path found = Files.exists(file) ? file : folder.resolve(name);
      if (!Files.exists(found)) {
        throw new MissingData(name);
      }
      try {
        return CsvTables.read(found);
      } catch (IOException unreadable) {
        throw new java.io.UncheckedIOException(unreadable);
      }
    }
  }

  /// A case names data that is not in the folder.
  public static final class MissingData extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingData(String name) {
      super("the data file " + name + " is not there");
    }
  }
}
