package cabildo.reports;

import cabildo.db.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Finds sentences in which a text seems to say something. A signal asks; it never decides.
///
/// The patterns are data: `definitions/text-signals.json`, by name, whatever the language.
@Component
public class TextSignals {
  private final Map<String, Pattern> patterns = new HashMap<>();

  public TextSignals() {
    try {
      String json =
          new ClassPathResource("definitions/text-signals.json")
              .getContentAsString(StandardCharsets.UTF_8);
      Json.read(json)
          .properties()
          .forEach(signal -> {
            List<String> any = new ArrayList<>();
            signal.getValue().forEach(pattern -> any.add(pattern.asString()));
            patterns.put(
                signal.getKey(),
                Pattern.compile(
                    String.join("|", any), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The first sentence that gives the signal.
  public Optional<String> sentence(String signal, String text) {
    Pattern pattern = pattern(signal);
    return sentences(text).stream().filter(line -> pattern.matcher(line).find()).findFirst();
  }

  /// The first group of the first match.
  public Optional<String> group(String signal, String text) {
    Matcher found = pattern(signal).matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    for (int i = 1; i <= found.groupCount(); i++) {
      if (found.group(i) != null) {
        return Optional.of(found.group(i));
      }
    }
    return Optional.empty();
  }

  private Pattern pattern(String signal) {
    Pattern pattern = patterns.get(signal);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no signal " + signal);
    }
    return pattern;
  }

  static List<String> sentences(String text) {
    return Arrays.stream(text.split("(?<=[.!?])\\s+")).map(String::strip).toList();
  }

  /// A term of three words or more that stands in the text with a full stop inside, in whatever
  /// order: a sign that a machine translated it. An acronym in brackets is no part of a term.
  static Optional<String> brokenTerm(String text, List<String> terms) {
    String[] words = text.split("\\s+");
    for (String term : terms) {
      List<String> wanted =
          Arrays.stream(term.replaceAll("\\(.*?\\)", "").strip().split("\\s+"))
              .map(TextSignals::stem)
              .sorted()
              .toList();
      int size = wanted.size();
      for (int i = 0; size >= 3 && i + size <= words.length; i++) {
        String[] window = Arrays.copyOfRange(words, i, i + size);
        boolean isBroken =
            Arrays.stream(window).limit(size - 1).anyMatch(word -> word.endsWith("."));
        if (isBroken
            && Arrays.stream(window).map(TextSignals::stem).sorted().toList().equals(wanted)) {
          return Optional.of(String.join(" ", window));
        }
      }
    }
    return Optional.empty();
  }

  /// Lower case, letters only, without the sign of the plural.
  private static String stem(String word) {
    String plain = word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    return plain.replaceAll("ies$", "y").replaceAll("(?<=\\p{L}{3})e?s$", "");
  }
}
