package cabildo.statistics.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A domain: rows that satisfy an expression such as `sex=='F' & age>=60`.
///
/// Comparisons `== != < <= > >=` between a column and a literal, joined by `&`, `|`, `!` and
/// brackets. Quoted literals compare as text, bare numbers as numbers. A missing cell satisfies no
/// comparison.
public final class Where {
  private final List<String> tokens;
  private final Table table;
  private int position;

  private Where(List<String> tokens, Table table) {
    this.tokens = tokens;
    this.table = table;
  }

  /// The rows of `table` inside the domain; `null` or blank means all rows.
  ///
  /// @throws IllegalArgumentException when the expression cannot be read
  /// @throws TableException when it names a column that is not there
  public static boolean[] rows(@Nullable String expression, Table table) {
    if (expression == null || expression.isBlank()) {
      boolean[] all = new boolean[table.rows()];
      java.util.Arrays.fill(all, true);
      return all;
    }
    Where where = new Where(tokens(expression), table);
    boolean[] rows = where.either();
    if (where.position != where.tokens.size()) {
      throw new IllegalArgumentException(
          "cannot read '" + expression + "' at '" + where.tokens.get(where.position) + "'");
    }
    return rows;
  }

  private static List<String> tokens(String expression) {
    List<String> tokens = new ArrayList<>();
    int i = 0;
    while (i < expression.length()) {
      char c = expression.charAt(i);
      int start = i;
      if (Character.isWhitespace(c)) {
        i++;
        continue;
      } else if (c == '\'' || c == '"') {
        int end = expression.indexOf(c, i + 1);
        if (end < 0) {
          throw new IllegalArgumentException("a quote is not closed in '" + expression + "'");
        }
        i = end + 1;
      } else if ("=!<>".indexOf(c) >= 0) {
        i += i + 1 < expression.length() && expression.charAt(i + 1) == '=' ? 2 : 1;
      } else if ("&|()".indexOf(c) >= 0) {
        i++;
        if (i < expression.length() && expression.charAt(i) == c && (c == '&' || c == '|')) {
          start = i++;
        }
      } else {
        while (i < expression.length() && " \t&|()=!<>'\"".indexOf(expression.charAt(i)) < 0) {
          i++;
        }
      }
      tokens.add(expression.substring(start, i));
    }
    return tokens;
  }

  private boolean[] either() {
    boolean[] left = both();
    while (peek("|")) {
      position++;
      boolean[] right = both();
      for (int i = 0; i < left.length; i++) {
        left[i] |= right[i];
      }
    }
    return left;
  }

  private boolean[] both() {
    boolean[] left = one();
    while (peek("&")) {
      position++;
      boolean[] right = one();
      for (int i = 0; i < left.length; i++) {
        left[i] &= right[i];
      }
    }
    return left;
  }

  private boolean[] one() {
    if (peek("!")) {
      position++;
      boolean[] rows = one();
      for (int i = 0; i < rows.length; i++) {
        rows[i] = !rows[i];
      }
      return rows;
    }
    if (peek("(")) {
      position++;
      boolean[] rows = either();
      if (!peek(")")) {
        throw new IllegalArgumentException("a bracket is not closed");
      }
      position++;
      return rows;
    }
    return comparison(next(), next(), next());
  }

  private boolean peek(String token) {
    return position < tokens.size() && tokens.get(position).equals(token);
  }

  private String next() {
    if (position >= tokens.size()) {
      throw new IllegalArgumentException("the domain expression ends too early");
    }
    return tokens.get(position++);
  }

  private boolean[] comparison(String column, String operator, String literal) {
    boolean quoted = literal.startsWith("'") || literal.startsWith("\"");
    boolean[] rows = new boolean[table.rows()];
    boolean asText = quoted || !table.isNumeric(column);
    String wanted = quoted ? literal.substring(1, literal.length() - 1) : literal;
    List<@Nullable String> text = table.text(column);
    double[] numbers = asText ? new double[0] : table.numbers(column);
    double number = asText ? Double.NaN : parse(literal);
    for (int i = 0; i < rows.length; i++) {
      String cell = text.get(i);
      rows[i] =
          cell != null
              && holds(
                  operator, asText ? cell.compareTo(wanted) : Double.compare(numbers[i], number));
    }
    return rows;
  }

  private static double parse(String literal) {
    try {
      return Double.parseDouble(literal);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException(
          "'" + literal + "' is neither a number nor quoted text", wrong);
    }
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "==", "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default -> throw new IllegalArgumentException("unknown comparison '" + operator + "'");
    };
  }
}
