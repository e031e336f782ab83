package cabildo.instruments.expressions;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/// Dates and times as an XForm writes them.
final class Moments {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
  private static final double SECONDS_A_DAY = 86_400;

  private Moments() {}

  static String write(OffsetDateTime moment) {
    return moment.format(MOMENT);
  }

  /// A text as it is; a number as so many days after 1 January 1970.
  static String date(Object value) {
    if (value instanceof Double days) {
      return days.isNaN() ? "" : LocalDate.ofEpochDay((long) Math.floor(days)).toString();
    }
    return Values.string(value);
  }

  /// The share of the day that a time has reached, 0 to 1; NaN when it is no time.
  static double partOfDay(String text) {
    if (text.length() < 8 || text.charAt(2) != ':') {
      return Double.NaN;
    }
    try {
      return LocalTime.parse(text.substring(0, 8)).toSecondOfDay() / SECONDS_A_DAY;
    } catch (DateTimeException _) {
      return Double.NaN;
    }
  }

  /// Writes a date by ODK's signs: `%Y %y %m %n %d %e %H %h %M %S %3 %a %b`.
  static String format(String text, String pattern) {
    if (!Values.looksLikeDate(text) || Double.isNaN(Values.days(text))) {
      return "";
    }
    var written = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char letter = pattern.charAt(i);
      if (letter == '%' && i + 1 < pattern.length()) {
        written.append(part(text, pattern.charAt(++i)));
      } else {
        written.append(letter);
      }
    }
    return written.toString();
  }

  private static String part(String text, char sign) {
    LocalDate day = LocalDate.parse(text.substring(0, 10));
    String time = text.length() >= 19 ? text.substring(11, 19) : "00:00:00";
    return switch (sign) {
      case 'Y' -> text.substring(0, 4);
      case 'y' -> text.substring(2, 4);
      case 'm' -> text.substring(5, 7);
      case 'n' -> String.valueOf(day.getMonthValue());
      case 'd' -> text.substring(8, 10);
      case 'e' -> String.valueOf(day.getDayOfMonth());
      case 'H' -> time.substring(0, 2);
      case 'h' -> String.valueOf(Integer.parseInt(time.substring(0, 2)));
      case 'M' -> time.substring(3, 5);
      case 'S' -> time.substring(6, 8);
      case '3' -> text.length() >= 23 ? text.substring(20, 23) : "000";
      default -> "%" + sign;
    };
  }
}
