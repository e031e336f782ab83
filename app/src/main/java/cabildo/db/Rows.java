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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.JsonNode;

/// Turns a row into a record by the names of its components (`plannedEndOn` reads
/// `planned_end_on`), or into a single value.
final class Rows {
  private static final Map<Class<?>, RowMapper<?>> KNOWN = new ConcurrentHashMap<>();

  private Rows() {}

  @SuppressWarnings("unchecked") // the mapper of a class was made for that class
  static <R> RowMapper<R> of(Class<R> type) {
    return (RowMapper<R>)
        KNOWN.computeIfAbsent(type, t -> t.isRecord() ? record(t) : (row, _) -> value(row, 1, t));
  }

  static String code(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }

  private static RowMapper<Object> record(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Constructor<?> constructor = canonical(type, parts);
    String[] columns =
        Arrays.stream(parts).map(part -> column(part.getName())).toArray(String[]::new);
    return (row, _) -> {
      @Nullable Object[] values = new Object[parts.length];
      for (int i = 0; i < parts.length; i++) {
        values[i] = value(row, row.findColumn(columns[i]), parts[i].getType());
      }
      return make(constructor, values);
    };
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
