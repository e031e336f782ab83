package cabildo.studies.assessments;

import cabildo.instruments.Filling;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Ids;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import cabildo.web.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the items of one page. The field of an item is its path; what belongs to it follows after
/// a dot: `access/unit.state`.
final class AnswerForm {
  private AnswerForm() {}

  /// What was there when the page was opened, as fields.
  static Form show(Collection<PlacedItem> items, Map<String, GivenAnswer> given) {
    Map<String, List<String>> fields = new HashMap<>();
    for (PlacedItem placed : items) {
      GivenAnswer answer = given.get(placed.path());
      fields.put(placed.path() + ".seen", List.of(answer == null ? "0" : "" + answer.id()));
      if (answer != null) {
        fill(fields, placed, answer.said());
      }
    }
    return Form.typed(fields);
  }

  private static void fill(Map<String, List<String>> fields, PlacedItem placed, Said said) {
    String path = placed.path();
    String value = said.value();
    if (value != null) {
      boolean isMany = placed.item().type() == ItemType.SELECT_MULTIPLE;
      fields.put(path, isMany ? List.of(value.split(" ", -1)) : List.of(value));
    }
    put(fields, path + ".state", said.state() == null ? null : said.state().code());
    put(fields, path + ".reason", said.reason());
    put(fields, path + ".retry", said.retryOn() == null ? null : said.retryOn().toString());
    put(fields, path + ".link", said.link());
    put(fields, path + ".item", said.evidenceId() == null ? null : said.evidenceId().toString());
    put(fields, path + ".place", said.place());
    put(fields, path + ".norm", said.norm());
    put(fields, path + ".comment", said.comment());
  }

  private static void put(Map<String, List<String>> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, List.of(value));
    }
  }

  /// By path, of the items that the page asked. Faults stay in the form.
  ///
  /// @param vault the evidence that may be cited
  /// @param others what the same side says elsewhere, for conditions
  static Map<String, Said> read(
      Form form,
      Lang lang,
      Dossier dossier,
      List<PlacedItem> items,
      Map<String, GivenAnswer> others,
      Collection<UUID> vault) {
    Map<String, Said> read = new LinkedHashMap<>();
    Map<String, String> values = new HashMap<>();
    others.forEach((path, answer) -> replace(values, path, answer.value()));
    for (PlacedItem placed : items) {
      if (form.has(placed.path() + ".seen")) {
        Said said = item(form, placed, vault);
        read.put(placed.path(), said);
        replace(values, placed.path(), said.value());
      }
    }
    check(form, lang, dossier.fillingOf(values), read);
    return read;
  }

  private static void replace(Map<String, String> values, String path, @Nullable String value) {
    values.remove(path);
    if (value != null) {
      values.put(path, value);
    }
  }

  private static Said item(Form form, PlacedItem placed, Collection<UUID> vault) {
    String path = placed.path();
    Optional<SpecialState> state = state(form, path + ".state");
    Optional<String> reason = form.optionalText(path + ".reason", 1000);
    Optional<LocalDate> retry = form.optionalDate(path + ".retry");
    if (state.isPresent() && reason.isEmpty()) {
      form.refuse(path + ".reason", "studies.assessments.answer.reasonNeeded");
    }
    boolean needsRetry = state.filter(SpecialState.NOT_ACCESSIBLE::equals).isPresent();
    if (needsRetry && retry.isEmpty() && form.fault(path + ".retry") == null) {
      form.refuse(path + ".retry", "studies.assessments.answer.retryNeeded");
    }
    return new Said(
        state.isPresent() ? null : value(form, placed),
        state.orElse(null),
        state.isPresent() ? reason.orElse(null) : null,
        needsRetry ? retry.orElse(null) : null,
        link(form, path + ".link").orElse(null),
        cited(form, path + ".item", vault).orElse(null),
        form.optionalText(path + ".place", 200).orElse(null),
        form.optionalText(path + ".norm", 300).orElse(null),
        form.optionalText(path + ".comment", 2000).orElse(null));
  }

  private static @Nullable String value(Form form, PlacedItem placed) {
    String path = placed.path();
    if (placed.item().type() == ItemType.SELECT_MULTIPLE) {
      String many = String.join(" ", form.values(path)).strip();
      return many.isEmpty() ? null : many;
    }
    return form.optionalText(path, 4000).orElse(null);
  }

  private static Optional<SpecialState> state(Form form, String field) {
    String code = form.value(field);
    Optional<SpecialState> state = SpecialState.of(code);
    if (state.isEmpty() && !code.isEmpty()) {
      form.refuse(field, "web.problem.unreadable");
    }
    return state;
  }

  static Optional<String> link(Form form, String field) {
    Optional<String> link = form.optionalText(field, 2000);
    if (link.isPresent() && !isAddress(link.get())) {
      form.refuse(field, "studies.assessments.answer.noAddress");
    }
    return link;
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static Optional<UUID> cited(Form form, String field, Collection<UUID> vault) {
    Optional<UUID> id = Ids.read(form.value(field));
    if (!form.value(field).isEmpty() && id.filter(vault::contains).isEmpty()) {
      form.refuse(field, "studies.assessments.answer.notInVault");
    }
    return id;
  }

  private static void check(Form form, Lang lang, Filling filling, Map<String, Said> read) {
    for (Filling.Fault fault : filling.faults()) {
      boolean isHere = read.getOrDefault(fault.path(), Said.NOTHING).value() != null;
      if (isHere && fault.kind() != Filling.Kind.REQUIRED) {
        LocalText message = fault.message();
        if (message == null) {
          form.refuse(
              fault.path(),
              "studies.assessments.answer." + fault.kind().name().toLowerCase(Locale.ROOT));
        } else {
          form.refuse(fault.path(), "studies.assessments.answer.own", message.in(lang).text());
        }
      }
    }
  }
}
