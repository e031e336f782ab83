package cabildo.studies.collection;

import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an item is typed in: which field, which keyboard a phone shows.
public final class Field {
  private static final int MOST_STEPS = 31;

  private Field() {}

  /// The values of a range that are few enough to choose from; empty otherwise.
  public static List<String> range(Item item) {
    if (item.type() != ItemType.RANGE) {
      return List.of();
    }
    try {
      var start = new BigDecimal(item.parameters().getOrDefault("start", "1"));
      var end = new BigDecimal(item.parameters().getOrDefault("end", "10"));
      var step = new BigDecimal(item.parameters().getOrDefault("step", "1"));
      List<String> values = new ArrayList<>();
      for (BigDecimal at = start;
          step.signum() > 0 && at.compareTo(end) <= 0 && values.size() <= MOST_STEPS;
          at = at.add(step)) {
        values.add(at.toPlainString());
      }
      return values.size() > MOST_STEPS ? List.of() : values;
    } catch (NumberFormatException _) {
      return List.of();
    }
  }

  public static boolean isLong(Item item) {
    boolean isLines = item.type() == ItemType.GEOTRACE || item.type() == ItemType.GEOSHAPE;
    return isLines
        || (item.type() == ItemType.TEXT
            && String.valueOf(item.appearance()).contains("multiline"));
  }

  /// A value that is no date, time or moment stays readable: its field is plain text then.
  public static String type(Item item, String value) {
    return switch (item.type()) {
      case DATE -> value.isEmpty() || value.matches("\\d{4}-\\d\\d-\\d\\d") ? "date" : "text";
      case TIME -> value.isEmpty() || value.matches("\\d\\d:\\d\\d") ? "time" : "text";
      case DATETIME ->
          value.isEmpty() || value.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d")
              ? "datetime-local"
              : "text";
      default -> "text";
    };
  }

  public static @Nullable String inputMode(Item item) {
    return switch (item.type()) {
      case INTEGER -> "numeric";
      case DECIMAL, RANGE -> "decimal";
      default -> null;
    };
  }

  public static String size(Item item) {
    return switch (item.type()) {
      case INTEGER, DECIMAL, RANGE -> "input-s";
      case DATE, TIME, DATETIME -> "input-m";
      default -> "";
    };
  }

  public static @Nullable String example(Item item) {
    return item.type() == ItemType.GEOPOINT ? "19.2926, -99.6569" : null;
  }

  public static @Nullable String accept(Item item) {
    return switch (item.type()) {
      case IMAGE -> "image/*";
      case AUDIO -> "audio/*";
      case VIDEO -> "video/*";
      default -> null;
    };
  }
}
