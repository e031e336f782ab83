package cabildo.instruments.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// XML as it grows. Characters that XML cannot hold are left out.
final class Markup {
  private final StringBuilder text = new StringBuilder(4096);
  private final Deque<String> open = new ArrayDeque<>();

  /// @param attributes name, value, name, value …; an absent value leaves the attribute out
  Markup open(String name, @Nullable String... attributes) {
    start(name, attributes);
    text.append('>');
    open.push(name);
    return this;
  }

  Markup close() {
    text.append("</").append(open.pop()).append('>');
    return this;
  }

  Markup empty(String name, @Nullable String... attributes) {
    start(name, attributes);
    text.append("/>");
    return this;
  }

  /// The start of an element whose attributes follow one by one, until `inside` or `done`.
  Markup begin(String name) {
    text.append('<').append(name);
    open.push(name);
    return this;
  }

  /// An absent value leaves the attribute out.
  Markup with(String name, @Nullable String value) {
    if (value != null) {
      text.append(' ').append(name).append("=\"");
      escape(value, true);
      text.append('"');
    }
    return this;
  }

  Markup inside() {
    text.append('>');
    return this;
  }

  Markup done() {
    open.pop();
    text.append("/>");
    return this;
  }

  Markup leaf(String name, String value, @Nullable String... attributes) {
    return open(name, attributes).text(value).close();
  }

  Markup text(String value) {
    escape(value, false);
    return this;
  }

  private void start(String name, @Nullable String... attributes) {
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      with(String.valueOf(attributes[i]), attributes[i + 1]);
    }
  }

  private void escape(String value, boolean isAttribute) {
    value
        .codePoints()
        .filter(Markup::isWritable)
        .forEach(letter -> {
          switch (letter) {
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '&' -> text.append("&amp;");
            case '"' -> text.append(isAttribute ? "&quot;" : "\"");
            case '\n', '\t', '\r' -> {
              if (isAttribute) {
                text.append("&#").append(letter).append(';');
              } else {
                text.append((char) letter);
              }
            }
            default -> text.appendCodePoint(letter);
          }
        });
  }

  private static boolean isWritable(int letter) {
    boolean isControl = letter < ' ' && letter != '\n' && letter != '\t' && letter != '\r';
    boolean isHalf = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    return !isControl && !isHalf && letter != 0xFFFE && letter != 0xFFFF;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open.peek());
    }
    return text.toString();
  }
}
