package cabildo.app;

import cabildo.kernel.Lang;
import cabildo.kernel.Period;
import cabildo.text.Dates;
import java.time.LocalDate;
import java.time.Month;

/// Dates as exactly as they are known. Where a source gives the year or the month alone, the record
/// holds its first or last day; a page says the year or the month, and claims no day.
public final class Days {
  private Days() {}

  /// When something began or ended: `2026` for the first of January and the last of December.
  public static String edge(Lang lang, LocalDate day) {
    boolean isYear = isFirstOfYear(day) || isLastOfYear(day);
    return isYear ? String.valueOf(day.getYear()) : Dates.day(lang, day);
  }

  /// `2019 – 2022` for whole years, `January 2022 – September 2023` for whole months.
  public static String period(Lang lang, Period period) {
    if (isFirstOfYear(period.from()) && isLastOfYear(period.to())) {
      return period.years().replace("–", " – ");
    }
    boolean wholeMonths =
        period.from().getDayOfMonth() == 1
            && period.to().getDayOfMonth() == period.to().lengthOfMonth();
    return wholeMonths
        ? Dates.month(lang, period.from()) + " – " + Dates.month(lang, period.to())
        : Dates.day(lang, period.from()) + " – " + Dates.day(lang, period.to());
  }

  private static boolean isFirstOfYear(LocalDate day) {
    return day.getDayOfYear() == 1;
  }

  private static boolean isLastOfYear(LocalDate day) {
    return day.getMonth() == Month.DECEMBER && day.getDayOfMonth() == 31;
  }
}
