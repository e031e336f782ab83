package cabildo.instruments.expressions;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.DoubleStream;

/// Functions over numbers.
final class NumberFunctions {
  private NumberFunctions() {}

  static void addTo(Functions.Adder to) {
    to.add("number", 1, 1, (scope, a) -> a.get(0).number(scope));
    to.add("int", 1, 1, (scope, a) -> truncated(a.get(0).number(scope)));
    to.add("abs", 1, 1, (scope, a) -> Math.abs(a.get(0).number(scope)));
    to.add("sqrt", 1, 1, (scope, a) -> Math.sqrt(a.get(0).number(scope)));
    to.add("pow", 2, 2, (scope, a) -> Math.pow(a.get(0).number(scope), a.get(1).number(scope)));
    to.add("log", 1, 1, (scope, a) -> Math.log(a.get(0).number(scope)));
    to.add("exp", 1, 1, (scope, a) -> Math.exp(a.get(0).number(scope)));
    to.add("floor", 1, 1, (scope, a) -> Math.floor(a.get(0).number(scope)));
    to.add("ceiling", 1, 1, (scope, a) -> Math.ceil(a.get(0).number(scope)));
    to.add(
        "round",
        1,
        2,
        (scope, a) -> {
          double factor = Math.pow(10, a.size() < 2 ? 0 : a.get(1).number(scope));
          return Math.floor(a.get(0).number(scope) * factor + 0.5) / factor;
        });
    to.add("random", 0, 0, (_, _) -> ThreadLocalRandom.current().nextDouble());
    to.add("sum", 1, 1, (scope, a) -> all(scope, a).sum());
    to.add("min", 1, Functions.MANY, (scope, a) -> all(scope, a).min().orElse(Double.NaN));
    to.add("max", 1, Functions.MANY, (scope, a) -> all(scope, a).max().orElse(Double.NaN));
  }

  private static double truncated(double number) {
    return number < 0 ? Math.ceil(number) : Math.floor(number);
  }

  private static DoubleStream all(Scope scope, List<Expression> a) {
    return a.stream()
        .flatMap(one -> one.all(scope).stream())
        .filter(text -> !text.isEmpty())
        .mapToDouble(Values::number);
  }
}
