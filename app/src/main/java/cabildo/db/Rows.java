package cabildo.db;

import cabildo.kernel.LocalText;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns a row into a record by the names of its components (`plannedEndOn` reads
/// `planned_end_on`), or into a single value.
final class Rows {
  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private Rows() {}

  static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  /// Reads a whole result: where each column stands is asked once.
  static <R> List<R> list(Class<R> type, ResultSet rows) throws SQLException {
    List<R> list = new ArrayList<>();
    each(type, rows, list::add);
    return list;
  }

  static <R> void each(Class<R> type, ResultSet rows, Consumer<R> use) throws SQLException {
    if (!type.isRecord()) {
      while (rows.next()) {
        use.accept(type.cast(value(rows, 1, type)));
      }
      return;
    }
    Shape shape = SHAPES.computeIfAbsent(type, Shape::of);
    int[] places = shape.places(rows);
    while (rows.next()) {
      use.accept(type.cast(shape.read(rows, places)));
    }
  }

  /// How a record is made of a row.
  private record Shape(Constructor<?> constructor, List<String> columns, List<Class<?>> types) {
    static Shape of(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      return new Shape(
          canonical(type, parts),
          Arrays.stream(parts).map(part -> column(part.getName())).toList(),
          Arrays.<Class<?>>stream(
                  Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
              .toList());
    }

    int[] places(ResultSet rows) throws SQLException {
      int[] places = new int[columns.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = rows.findColumn(columns.get(i));
      }
      return places;
    }

    Object read(ResultSet row, int[] places) throws SQLException {
      @Nullable Object[] values = new Object[places.length];
      for (int i = 0; i < places.length; i++) {
        values[i] = value(row, places[i], types.get(i));
      }
      return make(constructor, values);
    }
  }

  private static Constructor<?> canonical(Class<?> type, RecordComponent[] parts) {
    try {
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object make(Constructor<?> constructor, @Nullable Object[] values) {
    try {
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("a row does not make a valid " + constructor, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String column(String component) {
    return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static @Nullable Object value(ResultSet row, int column, Class<?> type)
      throws SQLException {
    if (type == String.class) {
      return row.getString(column);
    }
    if (type == UUID.class || type == LocalDate.class) {
      return row.getObject(column, type);
    }
    if (type == Instant.class) {
      OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
    if (type == LocalText.class) {
      String json = row.getString(column);
      return json == null ? null : Json.text(Json.read(json));
    }
    if (type == JsonNode.class) {
      String json = row.getString(column);
      return json == null ? null : Json.read(json);
    }
    if (type == List.class) {
      Array array = row.getArray(column);
      return array == null ? List.of() : Arrays.asList((Object[]) array.getArray());
    }
    return type.isEnum() ? word(row.getString(column), type) : number(row, column, type);
  }

  private static @Nullable Object number(ResultSet row, int column, Class<?> type)
      throws SQLException {
    Object value =
        switch (type.getName()) {
          case "int", "java.lang.Integer" -> row.getInt(column);
          case "long", "java.lang.Long" -> row.getLong(column);
          case "double", "java.lang.Double" -> row.getDouble(column);
          case "boolean", "java.lang.Boolean" -> row.getBoolean(column);
          case "java.math.BigDecimal" -> row.getBigDecimal(column);
          default -> throw new IllegalStateException("no way to read a column as " + type);
        };
    return row.wasNull() && !type.isPrimitive() ? null : value;
  }

  private static @Nullable Object word(@Nullable String code, Class<?> type) {
    if (code == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> code((Enum<?>) word).equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(code + " is no " + type.getSimpleName()));
  }
}
