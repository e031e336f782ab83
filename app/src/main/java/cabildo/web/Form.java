package cabildo.web;

import cabildo.kernel.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a person typed, and what is wrong with it, field by field.
///
/// A capability's form reads its values from here; each reading that fails leaves a fault, and the
/// page is shown again with both. Nothing that was typed is lost.
public final class Form {
  private final Map<String, List<String>> typed;
  private final List<Fault> faults = new ArrayList<>();

  /// @param field the name of the field
  /// @param key the message that stands beside it and in the summary
  public record Fault(String field, String key, List<Object> args) {}

  private Form(Map<String, List<String>> typed) {
    this.typed = typed;
  }

  public static Form blank() {
    return new Form(Map.of());
  }

  /// A form that shows what is already known.
  public static Form filled(Map<String, String> values) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    values.forEach((name, value) -> typed.put(name, List.of(value)));
    return new Form(typed);
  }

  /// Refuses text that no database can keep; line ends become `\n`.
  public static Form typed(Map<String, List<String>> parameters) {
    Map<String, List<String>> typed = new LinkedHashMap<>();
    parameters.forEach((name, values) -> {
      if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
        throw Problem.invalid("web.problem.unreadable");
      }
      typed.put(name, values.stream().map(value -> value.replace("\r\n", "\n")).toList());
    });
    return new Form(typed);
  }

  /// What was typed, for showing it again; empty when nothing was.
  public String value(String name) {
    return typed.getOrDefault(name, List.of()).stream().findFirst().orElse("");
  }

  public List<String> values(String name) {
    return typed.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return typed.containsKey(name);
  }

  public boolean chose(String name, String option) {
    return values(name).contains(option);
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public @Nullable Fault fault(String name) {
    return faults.stream().filter(fault -> fault.field().equals(name)).findFirst().orElse(null);
  }

  public boolean isFaulty() {
    return !faults.isEmpty();
  }

  public void refuse(String name, String key, Object... args) {
    faults.add(new Fault(name, key, List.of(args)));
  }

  /// The value when every reading was good; asked last.
  public <T> Optional<T> valid(Function<Form, T> value) {
    return isFaulty() ? Optional.empty() : Optional.of(value.apply(this));
  }

  public Optional<String> optionalText(String name, int mostCharacters) {
    String text = value(name).strip();
    if (text.length() > mostCharacters) {
      refuse(name, "web.form.tooLong", mostCharacters, text.length());
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /// @param emptyKey what to say when nothing was typed
  public String text(String name, int mostCharacters, String emptyKey) {
    Optional<String> text = optionalText(name, mostCharacters);
    if (text.isEmpty()) {
      refuse(name, emptyKey);
    }
    return text.orElse("");
  }

  public Optional<LocalDate> optionalDate(String name) {
    String text = value(name).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return Optional.of(date);
      }
    } catch (DateTimeException _) {
      // said below
    }
    refuse(name, "web.form.notADate", text);
    return Optional.empty();
  }

  public Optional<LocalDate> date(String name, String emptyKey) {
    Optional<LocalDate> date = optionalDate(name);
    if (date.isEmpty() && fault(name) == null) {
      refuse(name, emptyKey);
    }
    return date;
  }

  public Optional<Integer> optionalWholeNumber(String name, int least, int most) {
    String text = value(name).strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    refuse(name, "web.form.notANumber", least, most);
    return Optional.empty();
  }

  public String choice(String name, Collection<String> options, String emptyKey) {
    String choice = value(name);
    if (!options.contains(choice)) {
      refuse(name, emptyKey);
      return "";
    }
    return choice;
  }

  public String email(String name, String emptyKey) {
    String email = text(name, 254, emptyKey).toLowerCase(java.util.Locale.ROOT);
    if (!email.isEmpty() && !email.matches("[^@\\s]+@[^@\\s.]+([.][^@\\s.]+)+")) {
      refuse(name, "web.form.notAnEmail");
    }
    return email;
  }
}
