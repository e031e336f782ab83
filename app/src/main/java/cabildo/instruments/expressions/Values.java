package cabildo.instruments.expressions;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// XPath's conversions between texts, numbers and truths.
final class Values {
  private static final double MILLIS_A_DAY = 86_400_000d;

  private Values() {}

  static String string(Object value) {
    return switch (value) {
      case String text -> text;
      case Double number -> string(number.doubleValue());
      case Boolean truth -> truth ? "true" : "false";
      default -> throw new IllegalStateException("no value of an expression: " + value);
    };
  }

  /// Whole numbers without a point, others without an exponent.
  private static String string(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "Infinity" : "-Infinity";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }

  /// A date counts as days since 1 January 1970, so that dates can be compared and subtracted.
  static double number(Object value) {
    return switch (value) {
      case Double number -> number;
      case Boolean truth -> truth ? 1 : 0;
      case String text -> number(text.strip());
      default -> throw new IllegalStateException("no value of an expression: " + value);
    };
  }

  private static double number(String text) {
    if (text.isEmpty()) {
      return Double.NaN;
    }
    if (looksLikeDate(text)) {
      return days(text);
    }
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean isSign = i == 0 && letter == '-';
      if (!isSign && letter != '.' && (letter < '0' || letter > '9')) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  static boolean truth(Object value) {
    return switch (value) {
      case Boolean truth -> truth;
      case Double number -> number != 0 && !Double.isNaN(number);
      case String text -> !text.isEmpty();
      default -> throw new IllegalStateException("no value of an expression: " + value);
    };
  }

  static boolean looksLikeDate(String text) {
    return text.length() >= 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
  }

  /// Days since 1970, with the part of the day; NaN when it is no date.
  static double days(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).toEpochDay();
      }
      OffsetDateTime moment =
          text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10
              ? OffsetDateTime.parse(text)
              : java.time.LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
      return moment.toInstant().toEpochMilli() / MILLIS_A_DAY;
    } catch (DateTimeException _) {
      return Double.NaN;
    }
  }

  static boolean areEqual(Object a, Object b) {
    if (a instanceof Boolean || b instanceof Boolean) {
      return truth(a) == truth(b);
    }
    if (a instanceof Double || b instanceof Double) {
      return number(a) == number(b);
    }
    return string(a).equals(string(b));
  }
}
