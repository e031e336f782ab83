package cabildo.instruments.expressions;

import java.util.UUID;

/// Functions over texts.
final class TextFunctions {
  private TextFunctions() {}

  static void addTo(Functions.Adder to) {
    to.add("string", 1, 1, (scope, a) -> a.get(0).text(scope));
    to.add(
        "string-length",
        0,
        1,
        (scope, a) -> (double) (a.isEmpty() ? scope.self() : a.get(0).text(scope)).length());
    to.add(
        "normalize-space",
        1,
        1,
        (scope, a) -> a.get(0).text(scope).strip().replaceAll("\\s+", " "));
    to.add("contains", 2, 2, (scope, a) -> a.get(0).text(scope).contains(a.get(1).text(scope)));
    to.add(
        "starts-with", 2, 2, (scope, a) -> a.get(0).text(scope).startsWith(a.get(1).text(scope)));
    to.add("ends-with", 2, 2, (scope, a) -> a.get(0).text(scope).endsWith(a.get(1).text(scope)));
    to.add(
        "regex", 2, 2, (scope, a) -> Patterns.matches(a.get(0).text(scope), a.get(1).text(scope)));
    to.add(
        "translate",
        3,
        3,
        (scope, a) -> translate(a.get(0).text(scope), a.get(1).text(scope), a.get(2).text(scope)));
    to.add("uuid", 0, 1, (_, _) -> UUID.randomUUID().toString());
    parts(to);
  }

  private static void parts(Functions.Adder to) {
    to.add(
        "concat",
        1,
        Functions.MANY,
        (scope, a) -> {
          var whole = new StringBuilder();
          a.forEach(one -> one.all(scope).forEach(whole::append));
          return whole.toString();
        });
    to.add(
        "join",
        2,
        Functions.MANY,
        (scope, a) ->
            String.join(
                a.get(0).text(scope),
                a.stream().skip(1).flatMap(one -> one.all(scope).stream()).toList()));
    to.add(
        "substr",
        2,
        3,
        (scope, a) -> {
          String text = a.get(0).text(scope);
          int from = bound(a.get(1).number(scope), text.length());
          int end = a.size() < 3 ? text.length() : bound(a.get(2).number(scope), text.length());
          return from < end ? text.substring(from, end) : "";
        });
  }

  /// A place in a text; negative ones count from its end.
  private static int bound(double place, int length) {
    double from = place < 0 ? length + place : place;
    return (int) Math.max(0, Math.min(length, from));
  }

  private static String translate(String text, String from, String to) {
    var changed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      int at = from.indexOf(letter);
      if (at < 0) {
        changed.append(letter);
      } else if (at < to.length()) {
        changed.append(to.charAt(at));
      }
    }
    return changed.toString();
  }
}
