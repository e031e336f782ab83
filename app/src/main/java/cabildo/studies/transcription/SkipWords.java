package cabildo.studies.transcription;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import cabildo.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions in words, for people who read a questionnaire on paper: `${asked} = 'yes'` becomes
/// “only if you answered “Yes” to question 4”. Conditions that are more than a few comparisons stay
/// as they are written.
final class SkipWords {
  private static final String KEY = "studies.transcription.print.";
  private static final String NAME = "\\$\\{([\\w.-]+)}";
  private static final String VALUE = "'([^']*)'";
  private static final Pattern EQUALS = Pattern.compile(NAME + "\\s*(=|!=)\\s*" + VALUE);
  private static final Pattern SELECTED =
      Pattern.compile("selected\\(\\s*" + NAME + "\\s*,\\s*" + VALUE + "\\s*\\)");
  private static final Pattern NOT_SELECTED =
      Pattern.compile("not\\(\\s*" + SELECTED.pattern() + "\\s*\\)");
  private static final Pattern NUMBER =
      Pattern.compile(NAME + "\\s*(>=|<=|>|<|=|!=)\\s*(-?\\d+(?:[.]\\d+)?)");

  private final Definition definition;
  private final Map<String, Integer> numbers;
  private final Messages messages;
  private final Lang lang;
  private final Lang reading;

  /// @param numbers of the printed questions, by path
  /// @param lang of the words, `reading` of the choices
  SkipWords(
      Definition definition,
      Map<String, Integer> numbers,
      Messages messages,
      Lang lang,
      Lang reading) {
    this.definition = definition;
    this.numbers = numbers;
    this.messages = messages;
    this.lang = lang;
    this.reading = reading;
  }

  String of(String condition) {
    String join = condition.contains(" or ") ? "or" : "and";
    List<String> said = new ArrayList<>();
    for (String part : condition.split(" " + join + " ", -1)) {
      Optional<String> words = part(part.strip());
      if (words.isEmpty()) {
        return messages.text(lang, KEY + "onlyIf", condition);
      }
      said.add(words.get());
    }
    return messages.text(lang, KEY + "onlyIf", String.join(messages.text(lang, KEY + join), said));
  }

  private Optional<String> part(String part) {
    Matcher equals = EQUALS.matcher(part);
    if (equals.matches()) {
      boolean isEmpty = equals.group(3).isEmpty();
      String key = equals.group(2).equals("=") ? "is" : "isNot";
      return isEmpty
          ? words(equals.group(1), key.equals("is") ? "isEmpty" : "isAnswered", "")
          : words(equals.group(1), key, equals.group(3));
    }
    Matcher selected = SELECTED.matcher(part);
    if (selected.matches()) {
      return words(selected.group(1), "is", selected.group(2));
    }
    Matcher notSelected = NOT_SELECTED.matcher(part);
    if (notSelected.matches()) {
      return words(notSelected.group(1), "isNot", notSelected.group(2));
    }
    Matcher number = NUMBER.matcher(part);
    return number.matches()
        ? words(number.group(1), "compares", number.group(2) + " " + number.group(3))
        : Optional.empty();
  }

  private Optional<String> words(String name, String key, String value) {
    return definition.items().stream()
        .filter(placed -> placed.item().name().equals(name) && numbers.containsKey(placed.path()))
        .findFirst()
        .map(placed ->
            messages.text(
                lang, KEY + key, numbers.getOrDefault(placed.path(), 0), said(placed, value)));
  }

  private String said(PlacedItem placed, String value) {
    return definition.choicesOf(placed.item()).stream()
        .filter(choice -> choice.name().equals(value))
        .map(Choice::label)
        .map(label -> label.in(reading).text())
        .findFirst()
        .orElse(value);
  }
}
