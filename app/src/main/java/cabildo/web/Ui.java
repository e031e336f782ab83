package cabildo.web;

import cabildo.kernel.Actor;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.text.Dates;
import cabildo.text.Messages;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What every template may ask for: the reader's language, texts, dates, links, and who is signed
/// in.
///
/// @param path the page's path without its language
/// @param actor a visitor on every shared page, whoever asks
/// @param csrf gives the token of a form; asked only by pages that hold one
public record Ui(
    Lang lang,
    String path,
    Actor actor,
    Messages messages,
    Assets assets,
    ZoneId zone,
    @Nullable Supplier<String> csrf) {

  /// As Mexico and the English-speaking world write it: `16,992,418`. Each use takes a copy, since
  /// formats are not safe among threads.
  private static final NumberFormat WHOLE =
      NumberFormat.getIntegerInstance(Locale.forLanguageTag("es-MX"));

  public String text(String key, Object... args) {
    return messages.text(lang, key, args);
  }

  public boolean has(String key) {
    return messages.has(lang, key);
  }

  /// The text of a thing as this reader gets it.
  public String text(LocalText text) {
    return text.in(lang).text();
  }

  public String textOr(@Nullable LocalText text, String otherwise) {
    return text == null ? otherwise : text(text);
  }

  /// The `lang` attribute that a text needs on this page: its language when it is not the page's.
  public @Nullable String langOf(LocalText text) {
    Lang found = text.in(lang).lang();
    return found.equals(lang) ? null : found.code();
  }

  public String link(String path) {
    return "/" + lang.code() + path;
  }

  public String inLanguage(Lang other) {
    return "/" + other.code() + path;
  }

  public List<Lang> otherLanguages() {
    return messages.languages().stream().filter(other -> !other.equals(lang)).toList();
  }

  public String day(LocalDate date) {
    return Dates.day(lang, date);
  }

  public String shortDay(LocalDate date) {
    return Dates.shortDay(lang, date);
  }

  public String month(LocalDate date) {
    return Dates.month(lang, date);
  }

  public String moment(Instant instant) {
    return Dates.moment(lang, instant, zone);
  }

  public String day(Instant instant) {
    return Dates.day(lang, instant.atZone(zone).toLocalDate());
  }

  public String number(long number) {
    return ((NumberFormat) WHOLE.clone()).format(number);
  }

  /// A size in bytes as people say it.
  public String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? Math.round(bytes / 1000.0) + " kB"
        : Math.round(bytes / 100_000.0) / 10.0 + " MB";
  }

  public String token() {
    return csrf == null ? "" : csrf.get();
  }
}
