package cabildo.instruments.expressions;

/// Functions over chosen words, which stand in one text with spaces between.
final class ChoiceFunctions {
  private ChoiceFunctions() {}

  static void addTo(Functions.Adder to) {
    to.add("selected", 2, 2, (scope, a) -> has(a.get(0).text(scope), a.get(1).text(scope).strip()));
    to.add("count-selected", 1, 1, (scope, a) -> (double) words(a.get(0).text(scope)).length);
    to.add(
        "selected-at",
        2,
        2,
        (scope, a) -> {
          String[] words = words(a.get(0).text(scope));
          double at = a.get(1).number(scope);
          return at >= 0 && at < words.length ? words[(int) at] : "";
        });
    to.add(
        "jr:choice-name",
        2,
        2,
        (scope, a) -> scope.choiceName(a.get(1).text(scope), a.get(0).text(scope)));
  }

  /// Without splitting: this is asked for every answer that comes in.
  private static boolean has(String list, String word) {
    int at = list.indexOf(word);
    while (at >= 0 && !word.isEmpty()) {
      int end = at + word.length();
      boolean begins = at == 0 || list.charAt(at - 1) == ' ';
      if (begins && (end == list.length() || list.charAt(end) == ' ')) {
        return true;
      }
      at = list.indexOf(word, at + 1);
    }
    return false;
  }

  private static String[] words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
  }
}
