package cabildo.instruments.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/// Makes one number of several; of none it is never asked.
public enum Reducer {
  MEAN,
  MIN,
  MAX,
  SUM,
  LAST,
  /// The share of those that are 1 or more.
  SHARE;

  BigDecimal of(List<BigDecimal> numbers) {
    BigDecimal count = BigDecimal.valueOf(numbers.size());
    return switch (this) {
      case SUM -> sum(numbers);
      case MEAN -> sum(numbers).divide(count, MathContext.DECIMAL128);
      case MIN -> numbers.stream().min(Comparator.naturalOrder()).orElseThrow();
      case MAX -> numbers.stream().max(Comparator.naturalOrder()).orElseThrow();
      case LAST -> numbers.getLast();
      case SHARE -> {
        long passed = numbers.stream().filter(one -> one.compareTo(BigDecimal.ONE) >= 0).count();
        yield BigDecimal.valueOf(passed).divide(count, MathContext.DECIMAL128);
      }
    };
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
