package cabildo.text;

import cabildo.kernel.Lang;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Dates and numbers as a reader of a language writes them.
public final class Dates {
  private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>();

  private Dates() {}

  public static String day(Lang lang, LocalDate date) {
    return date.format(formatter(lang, "d MMMM yyyy", "d 'de' MMMM 'de' yyyy"));
  }

  public static String shortDay(Lang lang, LocalDate date) {
    return date.format(formatter(lang, "d MMM yyyy", "d MMM yyyy"));
  }

  public static String month(Lang lang, LocalDate date) {
    return date.format(formatter(lang, "MMMM yyyy", "MMMM 'de' yyyy"));
  }

  public static String moment(Lang lang, Instant instant, ZoneId zone) {
    return instant
        .atZone(zone)
        .format(formatter(lang, "d MMMM yyyy, HH:mm", "d 'de' MMMM 'de' yyyy, HH:mm"));
  }

  private static DateTimeFormatter formatter(Lang lang, String other, String spanish) {
    boolean isSpanish = lang.equals(Lang.ES);
    return FORMATTERS.computeIfAbsent(
        isSpanish ? "es-MX " + spanish : "en-GB " + other, Dates::formatter);
  }

  /// @param key a language tag, a space, and the pattern
  private static DateTimeFormatter formatter(String key) {
    return DateTimeFormatter.ofPattern(
        key.substring(6), Locale.forLanguageTag(key.substring(0, 5)));
  }
}
