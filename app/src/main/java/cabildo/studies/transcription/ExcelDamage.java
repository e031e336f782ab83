package cabildo.studies.transcription;

import cabildo.instruments.Choice;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What Excel does to cells on their way: numbers of more than fifteen digits lose their end, `1-2`
/// becomes the second of January, dates become counts of days, `09` becomes 9. What was there
/// before cannot be known, so it is named and never mended.
///
/// @param key the end of its message key
record ExcelDamage(String key, List<Object> args) {
  private static final String MONTH =
      "(ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic|jan|apr|aug|dec)[a-z]*[.]?";
  private static final Pattern SCIENTIFIC = Pattern.compile("-?\\d([.,]\\d+)?[Ee][+]?\\d{1,3}");
  private static final Pattern LONG_ROUND = Pattern.compile("-?\\d{15,}0+");
  private static final Pattern MONTH_NAMED =
      Pattern.compile("(?i)\\d{1,2}[-/ ]" + MONTH + "([-/ ]\\d{2,4})?|" + MONTH + "[-/ ]\\d{2,4}");
  private static final Pattern DAY_MONTH_YEAR =
      Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{2}|\\d{4})( .*)?");
  private static final Pattern DAYS = Pattern.compile("[1-9]\\d{4}([.,]\\d+)?");
  private static final Pattern ERROR =
      Pattern.compile("#(REF|N/A|NAME|DIV/0|VALUE|NUM|NULL|N/D|¡.*|¿.*)[!?]?|#{3,}");

  /// The day before Excel's first, as it counts from 1 March 1900 on.
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  /// @param choices of the item; empty when it has none
  static Optional<ExcelDamage> of(String cell, Item item, List<Choice> choices) {
    if (choices.stream().anyMatch(choice -> choice.name().equals(cell))) {
      return Optional.empty();
    }
    if (ERROR.matcher(cell).matches()) {
      return damage("error", cell);
    }
    if (SCIENTIFIC.matcher(cell).matches() || LONG_ROUND.matcher(cell).matches()) {
      return item.type() == ItemType.DECIMAL ? Optional.empty() : damage("digits", cell);
    }
    return switch (item.type()) {
      case DATE, DATETIME -> ofDate(cell);
      case TEXT, NOTE -> Optional.empty();
      default -> ofOther(cell, choices);
    };
  }

  private static Optional<ExcelDamage> ofDate(String cell) {
    if (DAYS.matcher(cell).matches()) {
      long days = Long.parseLong(cell.split("[.,]", -1)[0]);
      return damage("days", cell, DAY_ZERO.plusDays(days).toString());
    }
    Matcher shown = DAY_MONTH_YEAR.matcher(cell);
    if (shown.matches()) {
      boolean isClear = Integer.parseInt(shown.group(1)) > 12 && shown.group(3).length() == 4;
      return isClear ? damage("dayMonthYear", cell, iso(shown)) : damage("whichMonth", cell);
    }
    return MONTH_NAMED.matcher(cell).matches() ? damage("dateInWords", cell) : Optional.empty();
  }

  private static String iso(Matcher shown) {
    return "%s-%02d-%02d"
        .formatted(
            shown.group(3), Integer.parseInt(shown.group(2)), Integer.parseInt(shown.group(1)));
  }

  private static Optional<ExcelDamage> ofOther(String cell, List<Choice> choices) {
    if (MONTH_NAMED.matcher(cell).matches() || DAY_MONTH_YEAR.matcher(cell).matches()) {
      return damage("becameADate", cell);
    }
    return choices.stream()
        .map(Choice::name)
        .filter(name -> !cell.isEmpty() && name.matches("0+" + Pattern.quote(cell)))
        .findFirst()
        .flatMap(name -> damage("lostZero", cell, name));
  }

  private static Optional<ExcelDamage> damage(String key, Object... args) {
    return Optional.of(new ExcelDamage(key, List.of(args)));
  }
}
