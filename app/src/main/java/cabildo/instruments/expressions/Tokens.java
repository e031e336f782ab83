package cabildo.instruments.expressions;

/// The text of an expression, read from left to right.
final class Tokens {
  private static final int LONGEST = 4000;

  private final String text;
  private int at;

  Tokens(String text) {
    if (text.length() > LONGEST) {
      throw new ExpressionFault("it is longer than " + LONGEST + " characters");
    }
    this.text = text;
    skip();
  }

  boolean isAtEnd() {
    return at >= text.length();
  }

  int place() {
    return at;
  }

  ExpressionFault fault(String reason) {
    return new ExpressionFault(at, reason);
  }

  /// Steps over a sign when it stands here.
  boolean take(String sign) {
    if (!text.startsWith(sign, at)) {
      return false;
    }
    at += sign.length();
    skip();
    return true;
  }

  void expect(String sign) {
    if (!take(sign)) {
      throw fault("'" + sign + "' was expected");
    }
  }

  /// Steps over an operator that is a word, as `and`.
  boolean takeWord(String word) {
    int end = at + word.length();
    if (!text.startsWith(word, at) || (end < text.length() && isNameLetter(text.charAt(end)))) {
      return false;
    }
    at = end;
    skip();
    return true;
  }

  boolean isNumber() {
    if (isAtEnd()) {
      return false;
    }
    char letter = text.charAt(at);
    boolean isPoint = letter == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    return isDigit(letter) || isPoint;
  }

  double number() {
    int from = at;
    while (!isAtEnd() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(from, at);
    try {
      double number = Double.parseDouble(digits);
      skip();
      return number;
    } catch (NumberFormatException _) {
      throw new ExpressionFault(from, "'" + digits + "' is no number");
    }
  }

  boolean isText() {
    return !isAtEnd() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
  }

  String text() {
    int end = text.indexOf(text.charAt(at), at + 1);
    if (end < 0) {
      throw fault("the text that begins here has no closing quote");
    }
    String inner = text.substring(at + 1, end);
    at = end + 1;
    skip();
    return inner;
  }

  /// Whether a name and an opening bracket stand here.
  boolean isCall() {
    int end = at;
    while (end < text.length() && isNameLetter(text.charAt(end))) {
      end++;
    }
    while (end > at && end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end > at && end < text.length() && text.charAt(end) == '(';
  }

  String name() {
    int from = at;
    while (!isAtEnd() && isNameLetter(text.charAt(at))) {
      at++;
    }
    String name = text.substring(from, at);
    skip();
    return name;
  }

  /// `${name}`, `.`, `../name`, `/data/name` or `name`, as written.
  String reference() {
    int from = at;
    if (text.startsWith("${", at)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        throw fault("'}' is missing");
      }
      at = end + 1;
    } else {
      while (!isAtEnd() && isPathLetter(text.charAt(at))) {
        at++;
      }
    }
    if (at == from) {
      throw fault(isAtEnd() ? "the expression ends too early" : "a value was expected here");
    }
    String written = text.substring(from, at);
    skip();
    return written;
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  private static boolean isNameLetter(char letter) {
    return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-' || letter == ':';
  }

  private static boolean isPathLetter(char letter) {
    return isNameLetter(letter) || letter == '/' || letter == '.';
  }
}
