package cabildo.statistics.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an evaluator got, in the shape of a case's expectation.
final class Answer {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  /// Adds a field: number, text, truth, list, other answer, or nothing.
  Answer with(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  Map<String, @Nullable Object> fields() {
    return fields;
  }

  /// An array of numbers as a list.
  static List<@Nullable Object> list(double[] values) {
    List<@Nullable Object> out = new ArrayList<>(values.length);
    for (double value : values) {
      out.add(value);
    }
    return out;
  }

  /// An array of whole numbers as a list.
  static List<@Nullable Object> list(int[] values) {
    List<@Nullable Object> out = new ArrayList<>(values.length);
    for (int value : values) {
      out.add(value);
    }
    return out;
  }

  /// A matrix as a list of lists.
  static List<@Nullable Object> list(double[][] values) {
    List<@Nullable Object> out = new ArrayList<>(values.length);
    for (double[] row : values) {
      out.add(list(row));
    }
    return out;
  }

  /// A pair of interval ends.
  static List<@Nullable Object> list(cabildo.statistics.estimate.Interval interval) {
    List<@Nullable Object> out = new ArrayList<>(2);
    out.add(interval.low());
    out.add(interval.high());
    return out;
  }
}
