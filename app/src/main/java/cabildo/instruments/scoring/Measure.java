package cabildo.instruments.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an answer becomes a number.
public sealed interface Measure {

  /// One choice, by a table.
  ///
  /// @param absences choices that say why there is no value
  record Table(String item, Map<String, BigDecimal> values, Map<String, Absence> absences)
      implements Measure {}

  /// Several choices.
  ///
  /// @param cap the most that it counts; absent = no limit
  record Multiple(
      String item,
      Counting how,
      Map<String, BigDecimal> values,
      Map<String, Absence> absences,
      @Nullable BigDecimal cap)
      implements Measure {}

  enum Counting {
    SUM,
    MAX,
    /// 1 when any choice with a value above zero was taken.
    ANY,
    /// 1 when all choices with a value above zero were taken.
    ALL
  }

  /// A mark from 0 to a highest one, as a share of that.
  record Graded(String item, BigDecimal max) implements Measure {}

  /// A number by a curve, as days that become a score.
  record Numeric(String item, Curve curve) implements Measure {}

  /// The days from one date to another by a curve.
  ///
  /// @param working whether only working days count
  record Days(String from, String to, boolean working, Curve curve) implements Measure {}

  /// Several parts in one item: the clauses of a checklist, the attributes of a duty in a matrix.
  ///
  /// @param max the sum that counts as 1; absent = the reduced number as it is
  record Parts(List<Measure> parts, Reducer reducer, @Nullable BigDecimal max) implements Measure {}

  /// The same asked in turns.
  ///
  /// @param group path of the repeated group
  record Repeated(String group, Measure each, Reducer reducer) implements Measure {}

  /// A number from elsewhere, or one computed by a calculation of the form.
  record Imported(String item, BigDecimal min, BigDecimal max) implements Measure {}

  /// Paths of the items that it is taken of.
  default Stream<String> items() {
    return switch (this) {
      case Table table -> Stream.of(table.item());
      case Multiple multiple -> Stream.of(multiple.item());
      case Graded graded -> Stream.of(graded.item());
      case Numeric number -> Stream.of(number.item());
      case Days days -> Stream.of(days.from(), days.to());
      case Parts parts -> parts.parts().stream().flatMap(Measure::items);
      case Repeated repeated -> repeated.each().items();
      case Imported imported -> Stream.of(imported.item());
    };
  }
}
