package cabildo.instruments.scoring;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is scored: answers by path, as an XForm writes them, and the items of which somebody said
/// why they have none.
public record Answers(Map<String, String> values, Map<String, Absence> absences) {
  private static final int LONGEST_NUMBER = 40;
  private static final BigDecimal LARGEST = new BigDecimal("1e15");

  public Answers {
    values = Map.copyOf(values);
    absences = Map.copyOf(absences);
  }

  public static Answers of(Map<String, String> values) {
    return new Answers(values, Map.of());
  }

  String value(String path) {
    return values.getOrDefault(path, "").strip();
  }

  /// Why an item has no answer; absent when it has one.
  @Nullable Absence absence(String path) {
    Absence said = absences.get(path);
    if (said != null) {
      return said;
    }
    return value(path).isEmpty() ? Absence.UNANSWERED : null;
  }

  /// Absent for what is no number, or is one beyond all use.
  static @Nullable BigDecimal number(String text) {
    if (text.length() > LONGEST_NUMBER || !text.matches("-?[0-9]*[.]?[0-9]+")) {
      return null;
    }
    BigDecimal number = new BigDecimal(text);
    return number.abs().compareTo(LARGEST) > 0 ? null : number;
  }

  static @Nullable LocalDate date(String text) {
    try {
      return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    } catch (DateTimeException _) {
      return null;
    }
  }

  /// The answers of each turn of a repeated group, as if the group were asked once.
  ///
  /// @param group its path, as `requests`
  Stream<Answers> turns(String group) {
    Pattern turn = Pattern.compile(Pattern.quote(group) + "\\[([0-9]{1,6})\\]/(.+)");
    Map<Integer, Map<String, String>> valuesOf = new java.util.TreeMap<>();
    Map<Integer, Map<String, Absence>> absencesOf = new java.util.TreeMap<>();
    values.forEach((path, value) -> put(valuesOf, turn.matcher(path), group, value));
    absences.forEach((path, why) -> put(absencesOf, turn.matcher(path), group, why));
    return Stream.concat(valuesOf.keySet().stream(), absencesOf.keySet().stream())
        .distinct()
        .sorted()
        .map(number ->
            new Answers(
                valuesOf.getOrDefault(number, Map.of()),
                absencesOf.getOrDefault(number, Map.of())));
  }

  private static <T> void put(
      Map<Integer, Map<String, T>> turns, Matcher found, String group, T value) {
    if (found.matches()) {
      turns
          .computeIfAbsent(Integer.valueOf(found.group(1)), _ -> new HashMap<>())
          .put(group + "/" + found.group(2), value);
    }
  }
}
