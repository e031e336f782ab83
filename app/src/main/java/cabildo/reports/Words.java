package cabildo.reports;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.text.Dates;
import cabildo.text.Messages;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Says a message in every language at once, so that a finding can be frozen as it was read.
@Component
public class Words {
  private final Messages messages;

  public Words(Messages messages) {
    this.messages = messages;
  }

  /// Arguments that are texts, days or lists of them are said in each language.
  public LocalText say(String key, Object... args) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Lang lang : messages.languages()) {
      Object[] said = Arrays.stream(args).map(arg -> in(lang, arg)).toArray();
      texts.put(lang.code(), messages.text(lang, key, said));
    }
    return new LocalText(messages.languages().getFirst(), texts);
  }

  /// Two texts after each other, in each language.
  public LocalText join(LocalText first, LocalText second) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Lang lang : messages.languages()) {
      texts.put(lang.code(), first.in(lang).text() + " " + second.in(lang).text());
    }
    return new LocalText(first.original(), texts);
  }

  private static Object in(Lang lang, Object arg) {
    return switch (arg) {
      case LocalText text -> text.in(lang).text();
      case LocalDate day -> Dates.day(lang, day);
      case List<?> many ->
          many.stream()
              .map(one -> String.valueOf(in(lang, one == null ? "" : one)))
              .collect(Collectors.joining(", "));
      default -> arg;
    };
  }
}
