package cabildo.statistics.cli;

import cabildo.statistics.Numbers;
import cabildo.statistics.sums.EstimatedTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Published sums of a study: estimated totals of the entries of each item, with their covariance.
///
/// `{"level": 0.95, "items": [{"item", "sheets", "df", "entries": [{"choice", "answered", "n",
/// "total"}], "covariance": [[…]]}]}`. An entry without `choice` counts in the base and has no
/// figure.
///
/// @param level confidence level in (0, 1)
record SumsFile(double level, List<Item> items) {
  private static final double SYMMETRY = 1e-9;

  /// @param choice absent where several were joined, or none is meant
  record Entry(@Nullable String choice, boolean answered) {}

  record Item(String name, List<Entry> entries, EstimatedTotals totals) {}

  /// Refuses what is no such document, naming the place and the reason.
  static SumsFile read(Path file) throws IOException {
    JsonNode document;
    try {
      document = JsonMapper.shared().readTree(Files.readString(file));
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(
          file + " is not JSON: " + wrong.getOriginalMessage(), wrong);
    }
    double level = number(document, "level", file.toString());
    Numbers.level(level);
    List<Item> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : list(document, "items", file.toString())) {
      Item item = item(node, "item " + (items.size() + 1));
      if (!names.add(item.name())) {
        throw refuse("item " + item.name(), "it stands in the file twice");
      }
      items.add(item);
    }
    return new SumsFile(level, List.copyOf(items));
  }

  private static Item item(JsonNode node, String place) {
    String name = node.path("item").asString("");
    if (name.isBlank()) {
      throw refuse(place, "'item' must be a name");
    }
    String here = "item " + name;
    JsonNode listed = list(node, "entries", here);
    int size = listed.size();
    double[] total = new double[size];
    long[] n = new long[size];
    List<Entry> entries = new ArrayList<>();
    Set<String> choices = new HashSet<>();
    long all = 0;
    for (JsonNode one : listed) {
      int at = entries.size();
      String spot = here + ", entry " + (at + 1);
      Entry entry = entry(one, spot);
      if (entry.choice() != null && !choices.add(entry.choice())) {
        throw refuse(spot, "the choice '" + entry.choice() + "' stands twice");
      }
      total[at] = number(one, "total", spot);
      n[at] = count(one, "n", spot);
      all += n[at];
      entries.add(entry);
    }
    long sheets = count(node, "sheets", here);
    if (all > sheets) {
      throw refuse(here, all + " answers from " + sheets + " sheets");
    }
    double[][] covariance = covariance(node, size, here);
    int df = (int) Math.min(Integer.MAX_VALUE, count(node, "df", here));
    return new Item(
        name, List.copyOf(entries), new EstimatedTotals(total, covariance, sheets, n, df));
  }

  private static Entry entry(JsonNode node, String place) {
    JsonNode choice = node.path("choice");
    if (!choice.isString() && !choice.isNull() && !choice.isMissingNode()) {
      throw refuse(place, "'choice' must be a name or null");
    }
    if (!node.path("answered").isBoolean()) {
      throw refuse(place, "'answered' must be true or false");
    }
    return new Entry(
        choice.isString() ? choice.asString() : null, node.path("answered").asBoolean());
  }

  private static double[][] covariance(JsonNode node, int size, String place) {
    JsonNode rows = list(node, "covariance", place);
    double[][] v = new double[size][size];
    if (rows.size() != size) {
      throw refuse(place, "'covariance' must have a row for each of the " + size + " entries");
    }
    for (int a = 0; a < size; a++) {
      JsonNode row = rows.get(a);
      if (!row.isArray() || row.size() != size) {
        throw refuse(place, "row " + (a + 1) + " of 'covariance' must have " + size + " numbers");
      }
      for (int b = 0; b < size; b++) {
        v[a][b] = finite(row.get(b), "covariance", place);
      }
    }
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double scale = Math.max(1, Math.sqrt(Math.abs(v[a][a] * v[b][b])));
        if (v[a][a] < 0 || Math.abs(v[a][b] - v[b][a]) > SYMMETRY * scale) {
          throw refuse(place, "'covariance' must be symmetric with no negative variance");
        }
      }
    }
    return v;
  }

  private static JsonNode list(JsonNode node, String field, String place) {
    JsonNode list = node.path(field);
    if (!list.isArray() || list.isEmpty()) {
      throw refuse(place, "'" + field + "' must be a list that is not empty");
    }
    return list;
  }

  private static long count(JsonNode node, String field, String place) {
    double value = number(node, field, place);
    if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
      throw refuse(place, "'" + field + "' must be a whole number");
    }
    return (long) value;
  }

  private static double number(JsonNode node, String field, String place) {
    double value = finite(node.path(field), field, place);
    if (value < 0) {
      throw refuse(place, "'" + field + "' must be at least 0");
    }
    return value;
  }

  private static double finite(JsonNode value, String field, String place) {
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw refuse(place, "'" + field + "' must be a number");
    }
    return value.asDouble();
  }

  private static IllegalArgumentException refuse(String place, String reason) {
    return new IllegalArgumentException(place + ": " + reason);
  }
}
