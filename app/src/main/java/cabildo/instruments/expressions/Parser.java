package cabildo.instruments.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Reads XPath by descent: `or`, `and`, comparison, sum, product, sign, and what stands for itself.
final class Parser {
  private static final int DEEPEST = 40;

  private final Tokens tokens;
  private final UnaryOperator<String> resolver;
  private int depth;

  Parser(String text, UnaryOperator<String> resolver) {
    this.tokens = new Tokens(text);
    this.resolver = resolver;
  }

  Expression parse() {
    Expression whole = or();
    if (!tokens.isAtEnd()) {
      throw tokens.fault("nothing more was expected here");
    }
    return whole;
  }

  private Expression or() {
    if (++depth > DEEPEST) {
      throw tokens.fault("it is nested too deeply");
    }
    Expression left = and();
    while (tokens.takeWord("or")) {
      Expression a = left;
      Expression b = and();
      left = scope -> a.isTrue(scope) || b.isTrue(scope);
    }
    depth--;
    return left;
  }

  private Expression and() {
    Expression left = equality();
    while (tokens.takeWord("and")) {
      Expression a = left;
      Expression b = equality();
      left = scope -> a.isTrue(scope) && b.isTrue(scope);
    }
    return left;
  }

  private Expression equality() {
    Expression left = relation();
    while (true) {
      Expression a = left;
      if (tokens.take("!=")) {
        Expression b = relation();
        left = scope -> !Values.areEqual(a.evaluate(scope), b.evaluate(scope));
      } else if (tokens.take("=")) {
        Expression b = relation();
        left = scope -> Values.areEqual(a.evaluate(scope), b.evaluate(scope));
      } else {
        return left;
      }
    }
  }

  private Expression relation() {
    Expression left = sum();
    while (true) {
      Expression a = left;
      if (tokens.take("<=")) {
        Expression b = sum();
        left = scope -> a.number(scope) <= b.number(scope);
      } else if (tokens.take(">=")) {
        Expression b = sum();
        left = scope -> a.number(scope) >= b.number(scope);
      } else if (tokens.take("<")) {
        Expression b = sum();
        left = scope -> a.number(scope) < b.number(scope);
      } else if (tokens.take(">")) {
        Expression b = sum();
        left = scope -> a.number(scope) > b.number(scope);
      } else {
        return left;
      }
    }
  }

  private Expression sum() {
    Expression left = product();
    while (true) {
      Expression a = left;
      if (tokens.take("+")) {
        Expression b = product();
        left = scope -> a.number(scope) + b.number(scope);
      } else if (tokens.take("-")) {
        Expression b = product();
        left = scope -> a.number(scope) - b.number(scope);
      } else {
        return left;
      }
    }
  }

  private Expression product() {
    Expression left = signed();
    while (true) {
      Expression a = left;
      if (tokens.take("*")) {
        Expression b = signed();
        left = scope -> a.number(scope) * b.number(scope);
      } else if (tokens.takeWord("div")) {
        Expression b = signed();
        left = scope -> a.number(scope) / b.number(scope);
      } else if (tokens.takeWord("mod")) {
        Expression b = signed();
        left = scope -> a.number(scope) % b.number(scope);
      } else {
        return left;
      }
    }
  }

  private Expression signed() {
    boolean negative = false;
    while (tokens.take("-")) {
      negative = !negative;
    }
    Expression plain = primary();
    return negative ? scope -> -plain.number(scope) : plain;
  }

  private Expression primary() {
    if (tokens.take("(")) {
      Expression inner = or();
      tokens.expect(")");
      return inner;
    }
    if (tokens.isNumber()) {
      Double number = tokens.number();
      return _ -> number;
    }
    if (tokens.isText()) {
      String text = tokens.text();
      boolean names = text.startsWith("${") && text.endsWith("}"); // as in jr:choice-name
      String said = names ? resolver.apply(text) : text;
      return _ -> said;
    }
    if (tokens.isCall()) {
      return call();
    }
    String written = tokens.reference();
    if (written.equals(".")) {
      return Scope::self;
    }
    return new Reference(resolver.apply(written));
  }

  private Expression call() {
    int at = tokens.place();
    String name = tokens.name();
    tokens.expect("(");
    List<Expression> arguments = new ArrayList<>();
    if (!tokens.take(")")) {
      do {
        arguments.add(or());
      } while (tokens.take(","));
      tokens.expect(")");
    }
    return Functions.call(name, arguments, at);
  }

  /// The answer at a path.
  record Reference(String path) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return scope.value(path);
    }

    @Override
    public List<String> all(Scope scope) {
      return scope.values(path);
    }
  }
}
