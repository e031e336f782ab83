package cabildo.instruments.scoring;

import cabildo.instruments.scoring.Observed.Missing;
import cabildo.instruments.scoring.Observed.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes the measures of one set of answers.
///
/// @param effect what an absence does to a part of a measure
record Observe(DayCount working, Function<Absence, Absence.Effect> effect) {

  Observed of(Measure measure, Answers answers) {
    return switch (measure) {
      case Measure.Table table ->
          answered(table.item(), answers, text -> choice(table.values(), table.absences(), text));
      case Measure.Multiple multiple ->
          answered(multiple.item(), answers, text -> multiple(multiple, text));
      case Measure.Graded graded ->
          answered(
              graded.item(),
              answers,
              text ->
                  within(
                      text,
                      BigDecimal.ZERO,
                      graded.max(),
                      mark -> mark.divide(graded.max(), MathContext.DECIMAL128)));
      case Measure.Numeric number ->
          answered(number.item(), answers, text -> curved(number.curve(), text));
      case Measure.Imported imported ->
          answered(
              imported.item(),
              answers,
              text -> within(text, imported.min(), imported.max(), Function.identity()));
      case Measure.Days days -> days(days, answers);
      case Measure.Parts parts -> {
        Observed sum =
            reduced(parts.parts().stream().map(part -> of(part, answers)), parts.reducer());
        yield sum instanceof Value(BigDecimal number) && parts.max() != null
            ? new Value(number.divide(parts.max(), MathContext.DECIMAL128).min(BigDecimal.ONE))
            : sum;
      }
      case Measure.Repeated repeated ->
          reduced(
              answers.turns(repeated.group()).map(turn -> of(repeated.each(), turn)),
              repeated.reducer());
    };
  }

  private static Observed answered(
      String item, Answers answers, Function<String, Observed> measured) {
    Absence why = answers.absence(item);
    return why == null ? measured.apply(answers.value(item)) : new Missing(why);
  }

  private static Observed choice(
      Map<String, BigDecimal> values, Map<String, Absence> absences, String name) {
    Absence why = absences.get(name);
    if (why != null) {
      return new Missing(why);
    }
    BigDecimal value = values.get(name);
    return value == null ? new Missing(Absence.UNREADABLE) : new Value(value);
  }

  private static Observed multiple(Measure.Multiple multiple, String text) {
    Set<String> names = Arrays.stream(text.split("\\s+", -1)).collect(Collectors.toSet());
    for (String name : names) {
      if (choice(multiple.values(), multiple.absences(), name) instanceof Missing missing) {
        return missing;
      }
    }
    List<BigDecimal> taken =
        names.stream().map(multiple.values()::get).filter(Objects::nonNull).toList();
    Set<String> counting =
        multiple.values().entrySet().stream()
            .filter(entry -> entry.getValue().signum() > 0)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    BigDecimal value =
        switch (multiple.how()) {
          case SUM -> Reducer.SUM.of(taken);
          case MAX -> Reducer.MAX.of(taken);
          case ANY -> truth(names.stream().anyMatch(counting::contains));
          case ALL -> truth(names.containsAll(counting));
        };
    return new Value(multiple.cap() == null ? value : value.min(multiple.cap()));
  }

  private static BigDecimal truth(boolean is) {
    return is ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static Observed curved(Curve curve, String text) {
    BigDecimal number = Answers.number(text);
    return number == null ? new Missing(Absence.UNREADABLE) : new Value(curve.of(number));
  }

  private static Observed within(
      String text, BigDecimal min, BigDecimal max, Function<BigDecimal, BigDecimal> measured) {
    BigDecimal number = Answers.number(text);
    return number == null || number.compareTo(min) < 0 || number.compareTo(max) > 0
        ? new Missing(Absence.UNREADABLE)
        : new Value(measured.apply(number));
  }

  private Observed days(Measure.Days days, Answers answers) {
    for (String item : List.of(days.from(), days.to())) {
      Absence why = answers.absence(item);
      if (why != null) {
        return new Missing(why);
      }
    }
    LocalDate from = Answers.date(answers.value(days.from()));
    LocalDate to = Answers.date(answers.value(days.to()));
    if (from == null || to == null || to.isBefore(from)) {
      return new Missing(Absence.UNREADABLE);
    }
    DayCount count = days.working() ? working : DayCount.calendar();
    return new Value(days.curve().of(BigDecimal.valueOf(count.between(from, to))));
  }

  /// Of what is left after absences; when nothing is left, the first absence.
  private Observed reduced(Stream<Observed> all, Reducer reducer) {
    List<BigDecimal> numbers = new ArrayList<>();
    Absence first = null;
    for (Observed one : all.toList()) {
      switch (one) {
        case Value(BigDecimal number) -> numbers.add(number);
        case Missing(Absence why) -> {
          first = first == null ? why : first;
          switch (effect.apply(why)) {
            case ZERO -> numbers.add(BigDecimal.ZERO);
            case DROP -> {}
            case BLOCK -> {
              return one;
            }
          }
        }
      }
    }
    return numbers.isEmpty()
        ? new Missing(first == null ? Absence.UNANSWERED : first)
        : new Value(reducer.of(numbers));
  }
}
