package cabildo.instruments.expressions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The functions of ODK's forms, by name, with the number of arguments each takes.
final class Functions {
  static final int MANY = 200;

  /// @param least, most how many arguments it takes
  private record Function(int least, int most, Body body) {}

  interface Body {
    Object apply(Scope scope, List<Expression> arguments);
  }

  /// Takes a function into the list.
  interface Adder {
    void add(String name, int least, int most, Body body);
  }

  private static final Map<String, Function> ALL = new TreeMap<>();

  private Functions() {}

  static Expression call(String name, List<Expression> arguments, int at) {
    Function function = ALL.get(name);
    if (function == null) {
      throw new ExpressionFault(at, "there is no function '" + name + "' here");
    }
    int given = arguments.size();
    if (given < function.least() || given > function.most()) {
      throw new ExpressionFault(at, "'" + name + "' takes " + range(function) + ", not " + given);
    }
    List<Expression> fixed = List.copyOf(arguments);
    Body body = function.body();
    return scope -> body.apply(scope, fixed);
  }

  private static String range(Function function) {
    if (function.least() == function.most()) {
      return function.least() + (function.least() == 1 ? " argument" : " arguments");
    }
    return function.most() == MANY
        ? "at least " + function.least()
        : function.least() + " to " + function.most() + " arguments";
  }

  private static void add(String name, int least, int most, Body body) {
    ALL.put(name, new Function(least, most, body));
  }

  static {
    truths();
    repeats();
    dates();
    TextFunctions.addTo(Functions::add);
    ChoiceFunctions.addTo(Functions::add);
    NumberFunctions.addTo(Functions::add);
  }

  private static void truths() {
    add("true", 0, 0, (_, _) -> true);
    add("false", 0, 0, (_, _) -> false);
    add("not", 1, 1, (scope, a) -> !a.get(0).isTrue(scope));
    add("boolean", 1, 1, (scope, a) -> a.get(0).isTrue(scope));
    add(
        "boolean-from-string",
        1,
        1,
        (scope, a) -> {
          String text = a.get(0).text(scope);
          return text.equals("true") || text.equals("1");
        });
    add("if", 3, 3, (scope, a) -> a.get(a.get(0).isTrue(scope) ? 1 : 2).evaluate(scope));
    add(
        "coalesce",
        2,
        MANY,
        (scope, a) -> {
          for (Expression one : a) {
            String text = one.text(scope);
            if (!text.isEmpty()) {
              return text;
            }
          }
          return "";
        });
    add(
        "once",
        1,
        1,
        (scope, a) -> scope.self().isEmpty() ? a.get(0).evaluate(scope) : scope.self());
    add("checklist", 3, MANY, (scope, a) -> isBetween(count(scope, a), scope, a));
  }

  /// `checklist(least, most, a, b, …)`: whether so many of them are true; -1 = no limit.
  private static boolean isBetween(long truths, Scope scope, List<Expression> a) {
    double least = a.get(0).number(scope);
    double most = a.get(1).number(scope);
    return (least < 0 || truths >= least) && (most < 0 || truths <= most);
  }

  private static long count(Scope scope, List<Expression> a) {
    return a.stream().skip(2).filter(one -> one.isTrue(scope)).count();
  }

  private static void repeats() {
    add("count", 1, 1, (scope, a) -> (double) a.get(0).all(scope).size());
    add(
        "count-non-empty",
        1,
        1,
        (scope, a) ->
            (double) a.get(0).all(scope).stream().filter(text -> !text.isEmpty()).count());
    add("position", 0, 1, (scope, _) -> (double) scope.position());
    add(
        "indexed-repeat",
        3,
        3,
        (scope, a) -> {
          @Nullable String path = a.get(0) instanceof Parser.Reference one ? one.path() : null;
          double turn = a.get(2).number(scope);
          return path == null || !(turn >= 1) ? "" : scope.valueInTurn(path, (int) turn);
        });
  }

  private static void dates() {
    add("today", 0, 0, (scope, _) -> scope.now().toLocalDate().toString());
    add("now", 0, 0, (scope, _) -> Moments.write(scope.now()));
    add("date", 1, 1, (scope, a) -> Moments.date(a.get(0).evaluate(scope)));
    add("date-time", 1, 1, (scope, a) -> a.get(0).text(scope));
    add("decimal-date-time", 1, 1, (scope, a) -> Values.number(a.get(0).text(scope)));
    add("decimal-time", 1, 1, (scope, a) -> Moments.partOfDay(a.get(0).text(scope)));
    add(
        "format-date",
        2,
        2,
        (scope, a) -> Moments.format(a.get(0).text(scope), a.get(1).text(scope)));
    add(
        "format-date-time",
        2,
        2,
        (scope, a) -> Moments.format(a.get(0).text(scope), a.get(1).text(scope)));
  }
}
