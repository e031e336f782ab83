package cabildo.evidence;

import cabildo.evidence.EvidenceItem.Kind;
import cabildo.evidence.EvidenceItem.Licence;
import cabildo.evidence.Uploads.Received;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.web.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a new item from what was typed.
final class EvidenceForm {
  static final List<String> KINDS = List.of("file", "link");
  static final List<String> LICENCES = Arrays.stream(Licence.values()).map(Licence::code).toList();

  private EvidenceForm() {}

  /// @param received the file, when one has arrived
  static Optional<NewItem> read(
      Form form, Lang lang, Optional<Received> received, LocalDate today) {
    String title = form.text("title", 200, "evidence.form.titleNeeded");
    String proves = form.text("proves", 1000, "evidence.form.provesNeeded");
    NewItem.Source source = source(form, received);
    Optional<String> author = form.optionalText("author", 200);
    Optional<LocalDate> factOn = form.optionalDate("factOn");
    if (factOn.filter(day -> day.isAfter(today)).isPresent()) {
      form.refuse("factOn", "evidence.form.factInFuture");
    }
    String licence = form.choice("licence", LICENCES, "evidence.form.licenceNeeded");
    String personal = form.choice("personal", List.of("yes", "no"), "evidence.form.personalNeeded");
    if (form.isFaulty() || source == null) {
      return Optional.empty();
    }
    return Optional.of(
        new NewItem(
            LocalText.of(lang, title),
            LocalText.of(lang, proves),
            author.orElse(null),
            factOn.orElse(null),
            Licence.valueOf(licence.toUpperCase(Locale.ROOT)),
            personal.equals("yes"),
            source,
            false));
  }

  private static NewItem.@Nullable Source source(Form form, Optional<Received> received) {
    String kind = form.choice("kind", KINDS, "evidence.form.kindNeeded");
    if (kind.isEmpty()) {
      return null;
    }
    return switch (Kind.valueOf(kind.toUpperCase(Locale.ROOT))) {
      case FILE -> file(form, received);
      case LINK -> link(form);
    };
  }

  private static NewItem.@Nullable Source file(Form form, Optional<Received> received) {
    if (received.isEmpty() && form.fault("file") == null) {
      form.refuse("file", "evidence.form.fileNeeded");
    }
    return received
        .map(file -> new NewItem.StoredFile(file.sha256(), file.fileName()))
        .orElse(null);
  }

  private static NewItem.@Nullable Source link(Form form) {
    String url = form.text("url", 2000, "evidence.form.urlNeeded");
    if (form.fault("url") == null && !NewItem.Link.isAddress(url)) {
      form.refuse("url", "evidence.form.notAnAddress");
    }
    return form.fault("url") == null ? new NewItem.Link(url) : null;
  }
}
