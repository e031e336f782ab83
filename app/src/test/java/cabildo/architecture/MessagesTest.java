package cabildo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.architecture.Sources.Source;
import java.io.IOException;
import java.io.StringReader;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What people read: complete in Spanish and English, and asked for by keys that exist.
class MessagesTest {
  private static final Pattern KEY =
      Pattern.compile("(" + String.join("|", Floors.names()) + ")(\\.[a-zA-Z0-9_-]+)+\\.?");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\]*)\"");
  private static final Pattern DEED =
      Pattern.compile("write(?:Privately)?\\([^\";]*?\"([a-z_]+(?:\\.[a-z_]+)+)\"");

  private static final Pattern MADE = Pattern.compile("(?im)^create table ([a-z_.]+)");

  /// Names of tables look like keys and are none.
  private static final Set<String> TABLES =
      Sources.in(Sources.MIGRATIONS, ".sql").stream()
          .flatMap(file -> MADE.matcher(file.text()).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());

  private final Map<String, String> es = all("es");
  private final Map<String, String> en = all("en");

  @Test
  void everyTextIsThereInBothLanguages() {
    Set<String> onlyOne = new TreeSet<>();
    es.keySet().stream()
        .filter(key -> !en.containsKey(key))
        .forEach(key -> onlyOne.add(key + " (en)"));
    en.keySet().stream()
        .filter(key -> !es.containsKey(key))
        .forEach(key -> onlyOne.add(key + " (es)"));
    assertThat(onlyOne).as("write these in the language that lacks them").isEmpty();
  }

  @Test
  void everyKeyIsWrittenOnceAndBeginsWithItsCapability() {
    Set<String> faults = new TreeSet<>();
    for (Source file : files("")) {
      Set<String> seen = new TreeSet<>();
      file.lines().stream()
          .filter(line -> line.contains("=") && !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf('=')).strip())
          .forEach(key -> {
            if (!key.startsWith(file.capability() + ".")) {
              faults.add(file.path() + ": " + key + " belongs to another folder");
            }
            if (!seen.add(key)) {
              faults.add(file.path() + ": " + key + " is written twice");
            }
          });
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyTextIsAPatternThatTakesTheSameArgumentsInBothLanguages() {
    Set<String> faults = new TreeSet<>();
    es.forEach((key, text) -> {
      String other = en.getOrDefault(key, text);
      try {
        if (!arguments(text).equals(arguments(other))) {
          faults.add(key + " takes other arguments in Spanish than in English");
        }
      } catch (IllegalArgumentException e) {
        faults.add(key + " is no pattern: " + e.getMessage());
      }
    });
    assertThat(faults).isEmpty();
  }

  @Test
  void anApostropheIsWrittenTwice() {
    Pattern single = Pattern.compile("(?<!')'(?!')");
    Set<String> faults = new TreeSet<>();
    Stream.of(es, en)
        .forEach(texts ->
            texts.forEach((key, text) -> {
              if (single.matcher(text).find()) {
                faults.add(key + ": " + text);
              }
            }));
    assertThat(faults).as("MessageFormat swallows a single one: write ’ or ''").isEmpty();
  }

  @Test
  void everyKeyThatTheCodeAsksForExists() {
    Set<String> missing = new TreeSet<>();
    for (Source source : Sources.both(Sources.java(), Sources.templates())) {
      if (source.path().contains("/app/demo/")) {
        continue; // it names tables, which look like keys
      }
      asked(source)
          .filter(key -> !isKnown(key) && !isKnown("app.deed." + key) && !isBegun(key, source))
          .forEach(key -> missing.add(key + " in " + source.path()));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDeedIsASentence() {
    Set<String> missing = new TreeSet<>();
    for (Source source : Sources.java()) {
      DEED.matcher(source.text())
          .results()
          .map(found -> found.group(1))
          .filter(deed -> !TABLES.contains(deed))
          .map(deed -> "app.deed." + deed)
          .filter(key -> !isKnown(key))
          .forEach(key -> missing.add(key + "={0} … (written in " + source.path() + ")"));
    }
    assertThat(missing)
        .as("say in messages_es and messages_en of app what happened, as the ledger shows it")
        .isEmpty();
  }

  /// A key that ends in a dot is completed while the program runs: one that begins so must exist.
  private boolean isKnown(String key) {
    return key.endsWith(".")
        ? es.keySet().stream().anyMatch(one -> one.startsWith(key))
        : es.containsKey(key);
  }

  /// Whether more is added to it in the code, as in `"web.problem.title" + status`.
  private boolean isBegun(String key, Source source) {
    return source.text().contains('"' + key + "\" +") && isKnown(key, es.keySet());
  }

  private static boolean isKnown(String beginning, Set<String> keys) {
    return keys.stream().anyMatch(one -> one.startsWith(beginning));
  }

  private static Stream<String> asked(Source source) {
    Stream<String> quoted =
        source.path().endsWith(".jte")
            ? QUOTED.matcher(source.text()).results().map(found -> found.group(1))
            : Sources.literals(source.text()).stream();
    return quoted
        .filter(text -> KEY.matcher(text).matches())
        .filter(text -> !TABLES.contains(text) && !text.endsWith(".jte"));
  }

  private static String arguments(String pattern) {
    var format = new MessageFormat(pattern, Locale.ROOT);
    return Pattern.compile("\\{(\\d+)")
        .matcher(format.toPattern())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static List<Source> files(String language) {
    return Sources.in(Sources.MAIN, ".properties").stream()
        .filter(file -> file.file().getFileName().toString().startsWith("messages_" + language))
        .toList();
  }

  private static Map<String, String> all(String language) {
    Map<String, String> texts = new TreeMap<>();
    for (Source file : files(language)) {
      var properties = new Properties();
      try {
        properties.load(new StringReader(file.text()));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      properties.forEach((key, text) -> texts.put((String) key, (String) text));
    }
    return texts;
  }
}
