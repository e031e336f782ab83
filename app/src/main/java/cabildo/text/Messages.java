package cabildo.text;

import cabildo.kernel.Lang;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every text that a person reads, by language and key.
///
/// Texts are `java.text.MessageFormat` patterns: `{0}` is an argument, `''` an apostrophe.
@Component
public class Messages {
  /// By language, then by key.
  private final Map<String, Map<String, Pattern>> patterns = new HashMap<>();

  private final List<Lang> languages;

  public Messages() {
    try {
      var resolver = new PathMatchingResourcePatternResolver();
      for (Resource file : resolver.getResources("classpath*:cabildo/**/messages_*.properties")) {
        load(file);
      }
      languages = patterns.keySet().stream().sorted().map(Lang::new).toList().reversed();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void load(Resource file) throws IOException {
    String name = String.valueOf(file.getFilename());
    String code = name.substring("messages_".length(), name.length() - ".properties".length());
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var read = patterns.computeIfAbsent(code, _ -> new HashMap<>());
    properties.forEach(
        (key, text) -> read.put((String) key, Pattern.of(new Lang(code), (String) text)));
  }

  /// The languages that the program speaks, in the order in which they are offered.
  public List<Lang> languages() {
    return languages;
  }

  public boolean speaks(String code) {
    return patterns.containsKey(code);
  }

  public boolean has(Lang lang, String key) {
    return patterns.getOrDefault(lang.code(), Map.of()).containsKey(key);
  }

  /// The text of a key; a key that is missing is shown as itself, and found by a test.
  public String text(Lang lang, String key, Object... args) {
    Pattern pattern = patterns.getOrDefault(lang.code(), Map.of()).get(key);
    return pattern == null ? key : pattern.with(args);
  }

  /// A text that was read once: as it stands, or with places for arguments.
  private record Pattern(String text, @Nullable MessageFormat format) {
    static Pattern of(Lang lang, String text) {
      boolean isPlain = text.indexOf('{') < 0 && text.indexOf('\'') < 0;
      return new Pattern(text, isPlain ? null : new MessageFormat(text, locale(lang)));
    }

    /// Formats are not safe among threads, so each use takes a copy.
    String with(Object... args) {
      return format == null ? text : ((MessageFormat) format.clone()).format(args);
    }
  }

  /// Numbers are written as in Mexico: `19.29`, not `19,29`.
  private static Locale locale(Lang lang) {
    return lang.equals(Lang.ES) ? Locale.forLanguageTag("es-MX") : Locale.of(lang.code());
  }
}
