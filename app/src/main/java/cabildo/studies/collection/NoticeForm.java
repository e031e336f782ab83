package cabildo.studies.collection;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.web.Form;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a privacy notice: Spanish is needed, other languages are welcome.
final class NoticeForm {
  private static final int LONGEST_SIMPLIFIED = 3_000;
  private static final int LONGEST_INTEGRAL = 30_000;
  private static final int MOST_VERSIONS = 100_000;

  /// @param number the version that it is to be
  record NewNotice(int number, LocalText simplified, LocalText integral) {}

  private NoticeForm() {}

  static Optional<NewNotice> read(Form form) {
    Optional<LocalText> simplified = text(form, "simplified", LONGEST_SIMPLIFIED);
    Optional<LocalText> integral = text(form, "integral", LONGEST_INTEGRAL);
    int number = form.optionalWholeNumber("number", 1, MOST_VERSIONS).orElse(1);
    return form.valid(_ -> new NewNotice(number, simplified.orElseThrow(), integral.orElseThrow()));
  }

  /// The fields of the newest version, for a next one.
  static Map<String, String> fields(Notice notice, int number) {
    Map<String, String> fields = new HashMap<>();
    fields.put("number", String.valueOf(number));
    notice.simplified().texts().forEach((lang, text) -> fields.put("simplified-" + lang, text));
    notice.integral().texts().forEach((lang, text) -> fields.put("integral-" + lang, text));
    return fields;
  }

  private static Optional<LocalText> text(Form form, String name, int longest) {
    String es = form.text(name + "-es", longest, "studies.collection.notice." + name + "Needed");
    Optional<String> en = form.optionalText(name + "-en", longest);
    Map<String, String> texts = new HashMap<>(Map.of("es", es));
    en.ifPresent(text -> texts.put("en", text));
    return es.isEmpty() ? Optional.empty() : Optional.of(new LocalText(Lang.ES, texts));
  }
}
