package cabildo.instruments.expressions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Regular expressions of forms, compiled once. A form is written by whoever may publish
/// instruments, so its patterns are trusted; what they are matched against is not, and is short.
final class Patterns {
  private static final int MOST = 500;
  private static final int LONGEST_TEXT = 2000;
  private static final Map<String, Pattern> KNOWN = new ConcurrentHashMap<>();

  private Patterns() {}

  /// Whether the whole text matches, as ODK Collect asks; a pattern that cannot be read never does.
  static boolean matches(String text, String regex) {
    if (text.length() > LONGEST_TEXT) {
      return false;
    }
    if (KNOWN.size() > MOST) {
      KNOWN.clear();
    }
    try {
      return KNOWN.computeIfAbsent(regex, Pattern::compile).matcher(text).matches();
    } catch (PatternSyntaxException _) {
      return false;
    }
  }
}
