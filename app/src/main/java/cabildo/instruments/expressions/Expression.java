package cabildo.instruments.expressions;

import java.util.List;
import java.util.function.UnaryOperator;

/// A parsed expression. Its value is a `String`, a `Double` or a `Boolean`.
@FunctionalInterface
public interface Expression {
  Object evaluate(Scope scope);

  /// The values of a reference to several answers; of everything else the one value.
  default List<String> all(Scope scope) {
    return List.of(Values.string(evaluate(scope)));
  }

  default boolean isTrue(Scope scope) {
    return Values.truth(evaluate(scope));
  }

  default String text(Scope scope) {
    return Values.string(evaluate(scope));
  }

  default double number(Scope scope) {
    return Values.number(evaluate(scope));
  }

  /// Reads an expression.
  ///
  /// @param resolver turns a reference as written (`${age}`, `../age`, `/data/age`) into a path, or
  ///   refuses with an `ExpressionFault`
  static Expression parse(String text, UnaryOperator<String> resolver) {
    return new Parser(text, resolver).parse();
  }
}
