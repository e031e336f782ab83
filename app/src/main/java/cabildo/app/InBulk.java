package cabildo.app;

import cabildo.db.Database;
import cabildo.db.Json;
import cabildo.kernel.LocalText;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rows for many tables, gathered first and written with one statement for each table.
///
/// Only what fills an empty database writes like this, past the capabilities that own the tables:
/// their verbs date everything today, and write line by line.
public final class InBulk {
  private final Map<String, ArrayNode> tables = new LinkedHashMap<>();

  /// @param tables with their schemas, in the order in which they are written: those that others
  ///   point at come first
  public InBulk(String... tables) {
    for (String table : tables) {
      this.tables.put(table, Json.mapper().createArrayNode());
    }
  }

  /// A new, empty row; a column that is not named stays empty in it.
  public Row row(String table) {
    ArrayNode rows = tables.get(table);
    if (rows == null) {
      throw new IllegalArgumentException("no place in the order of writing for " + table);
    }
    return new Row(rows.addObject());
  }

  public void writeTo(Database database) {
    tables.forEach((table, rows) -> {
      if (!rows.isEmpty()) {
        write(database, table, rows);
      }
    });
  }

  /// PostgreSQL itself turns the JSON into rows of the table, each cell by the type of its column.
  private static void write(Database database, String table, ArrayNode rows) {
    Set<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.propertyNames()));
    database.sql(insert(table, columns)).with("rows", rows).change();
  }

  /// The names are those of our own tables and columns; the values are bound.
  private static String insert(String table, Set<String> columns) {
    String list = columns.stream().collect(Collectors.joining("\", \"", "\"", "\""));
    return """
    insert into %s (%s) select %s from jsonb_populate_recordset(null::%s, :rows::jsonb)
    """
        .formatted(table, list, list, table);
  }

  /// A row that is being filled in.
  public static final class Row {
    private final ObjectNode cells;

    private Row(ObjectNode cells) {
      this.cells = cells;
    }

    public Row with(String column, @Nullable Object value) {
      cells.set(column, node(value));
      return this;
    }
  }

  private static JsonNode node(@Nullable Object value) {
    return switch (value) {
      case null -> Json.mapper().nullNode();
      case LocalText text -> Json.node(text);
      case JsonNode node -> node;
      case Boolean flag -> Json.mapper().valueToTree(flag);
      case Number number -> Json.mapper().valueToTree(number);
      case Collection<?> many -> array(many);
      default -> Json.mapper().valueToTree(value.toString());
    };
  }

  private static ArrayNode array(Collection<?> many) {
    ArrayNode array = Json.mapper().createArrayNode();
    many.forEach(one -> array.add(node(one)));
    return array;
  }
}
