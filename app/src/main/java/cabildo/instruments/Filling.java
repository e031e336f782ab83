package cabildo.instruments;

import cabildo.instruments.CompiledForm.CompiledGroup;
import cabildo.instruments.CompiledForm.CompiledItem;
import cabildo.instruments.expressions.Expression;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers put to a form: what is asked given them, what follows from them, what is wrong.
///
/// Used by one thread. Paths carry turns within repeats: `requests[2]/days`. An answer to what is
/// not relevant counts as not given, as in XForms.
public final class Filling {
  private final CompiledForm form;
  private final Map<String, String> given;
  private final OffsetDateTime now;
  private final Lang lang;
  private final Turns turns;
  private final Map<String, Boolean> relevance = new HashMap<>();
  private final Map<String, String> calculated = new HashMap<>();

  /// What is wrong with an answer.
  public enum Kind {
    /// It is missing.
    REQUIRED,
    /// It breaks the item's own rule.
    CONSTRAINT,
    /// It is not of the item's type.
    TYPE,
    /// It is no choice of the list, or none that is offered now.
    CHOICE,
    /// The form has no such item.
    UNKNOWN_ITEM
  }

  /// @param message the author's own words; absent where there are none
  public record Fault(String path, Kind kind, @Nullable LocalText message) {}

  private Filling(CompiledForm form, Map<String, String> given, OffsetDateTime now, Lang lang) {
    this.form = form;
    this.given = given;
    this.now = now;
    this.lang = lang;
    this.turns = new Turns(form, given);
  }

  /// @param given by path, as an XForm writes values
  public static Filling of(
      CompiledForm form, Map<String, String> given, OffsetDateTime now, Lang lang) {
    return new Filling(form, given, now, lang);
  }

  /// Whether an item or group is asked.
  public boolean isRelevant(String path) {
    Boolean known = relevance.get(path);
    if (known != null) {
      return known;
    }
    String plain = Turns.plain(path);
    CompiledGroup group = form.groups().get(plain);
    CompiledItem item = group == null ? form.items().get(plain) : null;
    boolean isRelevant =
        group != null
            ? holds(group.relevant(), path) && isAboveRelevant(group.above(), path)
            : item != null && holds(item.relevant(), path) && isAboveRelevant(item.above(), path);
    relevance.put(path, isRelevant);
    return isRelevant;
  }

  private boolean isAboveRelevant(@Nullable CompiledGroup above, String path) {
    return above == null || isRelevant(path.substring(0, path.lastIndexOf('/')));
  }

  private boolean holds(@Nullable Expression condition, String path) {
    return condition == null || condition.isTrue(new Place(this, path, Map.of()));
  }

  /// Whether an item may not be left out as things stand.
  public boolean isRequired(String path) {
    CompiledItem item = form.items().get(Turns.plain(path));
    Expression required = item == null ? null : item.required();
    return required != null && required.isTrue(new Place(this, path, Map.of()));
  }

  /// The answer, given or calculated; empty where there is none or it is not relevant.
  public String value(String path) {
    CompiledItem item = form.items().get(Turns.plain(path));
    if (item == null || !isRelevant(path)) {
      return "";
    }
    Expression calculation = item.calculation();
    if (calculation == null) {
      return given.getOrDefault(path, "");
    }
    String known = calculated.get(path);
    if (known == null) {
      calculated.put(path, given.getOrDefault(path, "")); // what `.` is meanwhile
      known = calculation.text(new Place(this, path, Map.of()));
      calculated.put(path, known);
    }
    return known;
  }

  /// How many turns of a repeat there are, by the answers or by its count.
  public int turns(String groupPath) {
    CompiledGroup group = form.groups().get(Turns.plain(groupPath));
    Expression count = group == null ? null : group.count();
    if (count == null) {
      return turns.given(groupPath);
    }
    double wanted = count.number(new Place(this, groupPath, Map.of()));
    return wanted >= 0 ? (int) Math.min(wanted, Turns.MOST) : 0;
  }

  /// The choices that are offered now.
  public List<Choice> choices(String path) {
    CompiledItem item = form.items().get(Turns.plain(path));
    if (item == null) {
      return List.of();
    }
    Expression filter = item.filter();
    return filter == null
        ? List.copyOf(item.choices().values())
        : item.choices().values().stream()
            .filter(choice -> filter.isTrue(new Place(this, path, columns(choice))))
            .toList();
  }

  private static Map<String, String> columns(Choice choice) {
    Map<String, String> columns = new HashMap<>(choice.columns());
    columns.put("name", choice.name());
    return columns;
  }

  /// The relevant answers in the order of the form, calculated ones with them.
  public Map<String, String> answers() {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : places()) {
      String value = value(path);
      if (!value.isEmpty()) {
        answers.put(path, value);
      }
    }
    return answers;
  }

  /// Every item at every turn, in the order of the form.
  public List<String> places() {
    if (!form.hasRepeats()) {
      return List.copyOf(form.items().keySet());
    }
    List<String> places = new ArrayList<>();
    collect(form.definition().children(), "", places);
    return places;
  }

  private void collect(List<Node> nodes, String prefix, List<String> places) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Item _ -> places.add(path);
        case Group group -> {
          int last = group.repeat() == null ? 0 : turns(path);
          for (int turn = 1; turn <= last; turn++) {
            collect(group.children(), path + "[" + turn + "]/", places);
          }
          if (group.repeat() == null) {
            collect(group.children(), path + "/", places);
          }
        }
      }
    }
  }

  /// Everything that is wrong, in the order of the form; what the form does not know comes last.
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    List<String> places = places();
    places.forEach(path -> check(path, faults));
    if (given.size() > 0) {
      Set<String> known = new HashSet<>(places);
      given.keySet().stream()
          .filter(path -> !known.contains(path))
          .filter(path -> !form.items().containsKey(Turns.plain(path)))
          .sorted()
          .forEach(path -> faults.add(new Fault(path, Kind.UNKNOWN_ITEM, null)));
    }
    return faults;
  }

  private void check(String path, List<Fault> faults) {
    CompiledItem compiled = form.items().get(Turns.plain(path));
    if (compiled == null || !compiled.item().type().isAsked() || !isRelevant(path)) {
      return;
    }
    Item item = compiled.item();
    String value = value(path);
    if (value.isEmpty()) {
      if (isRequired(path)) {
        faults.add(new Fault(path, Kind.REQUIRED, item.requiredMessage()));
      }
      return;
    }
    if (!ItemValues.fits(item, value)) {
      faults.add(new Fault(path, Kind.TYPE, null));
    } else if (item.type().isChoice() && !offers(compiled, path, value)) {
      faults.add(new Fault(path, Kind.CHOICE, null));
    } else if (!holds(compiled.constraint(), path)) {
      faults.add(new Fault(path, Kind.CONSTRAINT, item.constraintMessage()));
    }
  }

  private boolean offers(CompiledItem compiled, String path, String value) {
    Expression filter = compiled.filter();
    for (String name : value.split(" ", -1)) {
      Choice choice = compiled.choices().get(name);
      if (choice == null
          || (filter != null && !filter.isTrue(new Place(this, path, columns(choice))))) {
        return false;
      }
    }
    return true;
  }

  Turns turns() {
    return turns;
  }

  OffsetDateTime now() {
    return now;
  }

  String choiceName(String path, String name) {
    CompiledItem item = form.items().get(Turns.plain(path));
    Choice choice = item == null ? null : item.choices().get(name);
    return choice == null ? name : choice.label().in(lang).text();
  }
}
