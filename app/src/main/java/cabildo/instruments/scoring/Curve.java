package cabildo.instruments.scoring;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// A function by its points: before the first and after the last it stays level.
///
/// @param isStepped whether it keeps the value of the point before, instead of going straight to
///   the next
/// @param points at least one, `at` growing
public record Curve(boolean isStepped, List<Point> points) {

  public Curve {
    points = List.copyOf(points);
  }

  public record Point(BigDecimal at, BigDecimal value) {}

  BigDecimal of(BigDecimal number) {
    Point before = points.getFirst();
    for (Point point : points) {
      if (number.compareTo(point.at()) < 0) {
        return isStepped || point.equals(before) ? before.value() : between(before, point, number);
      }
      before = point;
    }
    return before.value();
  }

  private static BigDecimal between(Point from, Point to, BigDecimal number) {
    BigDecimal rise = to.value().subtract(from.value());
    BigDecimal gone = number.subtract(from.at());
    BigDecimal width = to.at().subtract(from.at());
    return from.value().add(rise.multiply(gone).divide(width, MathContext.DECIMAL128));
  }
}
