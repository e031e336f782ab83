package cabildo.instruments;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/// Whether a value is of the type of its item.
final class ItemValues {
  private static final int LONGEST = 20_000;
  private static final String DECIMAL = "-?[0-9]{1,15}([.][0-9]{1,15})?";

  private ItemValues() {}

  static boolean fits(Item item, String value) {
    if (value.length() > LONGEST) {
      return false;
    }
    return switch (item.type()) {
      case INTEGER -> isWhole(value);
      case DECIMAL -> value.matches(DECIMAL);
      case RANGE -> value.matches(DECIMAL) && isWithin(item, Double.parseDouble(value));
      case DATE -> isDate(value);
      case DATETIME -> isMoment(value);
      case TIME -> value.matches("[0-2][0-9]:[0-5][0-9](:[0-5][0-9].*)?");
      case SELECT_ONE -> value.indexOf(' ') < 0;
      case ACKNOWLEDGE -> value.equals("OK");
      case GEOPOINT -> isPoint(value);
      default -> true;
    };
  }

  private static boolean isWhole(String value) {
    int from = value.startsWith("-") ? 1 : 0;
    if (value.length() == from || value.length() > from + 9) {
      return false;
    }
    for (int i = from; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithin(Item item, double value) {
    double start = bound(item, "start", 0);
    double end = bound(item, "end", 10);
    double step = bound(item, "step", 1);
    double steps = (value - start) / step;
    return value >= Math.min(start, end)
        && value <= Math.max(start, end)
        && Math.abs(steps - Math.rint(steps)) < 1e-9;
  }

  private static double bound(Item item, String name, double otherwise) {
    String text = item.parameters().getOrDefault(name, "");
    return text.matches(DECIMAL) ? Double.parseDouble(text) : otherwise;
  }

  private static boolean isDate(String value) {
    try {
      return value.length() == 10 && LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isMoment(String value) {
    try {
      return OffsetDateTime.parse(value).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static boolean isPoint(String value) {
    String[] parts = value.split(" ", -1);
    if (parts.length < 2 || parts.length > 4) {
      return false;
    }
    for (String part : parts) {
      if (!part.matches(DECIMAL)) {
        return false;
      }
    }
    return Math.abs(Double.parseDouble(parts[0])) <= 90
        && Math.abs(Double.parseDouble(parts[1])) <= 180;
  }
}
