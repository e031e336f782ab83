package cabildo.instruments;

import cabildo.instruments.expressions.Expression;
import cabildo.instruments.expressions.ExpressionFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A definition whose expressions are read and whose references are found. Made once for a version;
/// a `Filling` puts answers to it.
public final class CompiledForm {
  private final Definition definition;
  private final Map<String, CompiledGroup> groups = new LinkedHashMap<>();
  private final Map<String, CompiledItem> items = new LinkedHashMap<>();

  /// @param path names from the top, without turns
  record CompiledGroup(
      String path,
      Group group,
      @Nullable Expression relevant,
      @Nullable Expression count,
      @Nullable CompiledGroup above) {}

  /// @param filter of the choices, over their columns
  record CompiledItem(
      String path,
      Item item,
      @Nullable CompiledGroup above,
      @Nullable Expression relevant,
      @Nullable Expression required,
      @Nullable Expression constraint,
      @Nullable Expression calculation,
      @Nullable Expression filter,
      Map<String, Choice> choices) {}

  private CompiledForm(Definition definition) {
    this.definition = definition;
  }

  /// Refuses with a `ReadDefinition.Fault` that names the item and the field: an expression that
  /// cannot be read, a reference to what is not there, conditions that wait for each other.
  public static CompiledForm of(Definition definition) {
    CompiledForm form = new CompiledForm(definition);
    var places = References.of(definition);
    var uses = new LinkedHashMap<String, Set<String>>();
    form.compile(definition.children(), "", null, places, uses);
    refuseCycles(uses);
    return form;
  }

  public Definition definition() {
    return definition;
  }

  Map<String, CompiledItem> items() {
    return items;
  }

  Map<String, CompiledGroup> groups() {
    return groups;
  }

  boolean hasRepeats() {
    return groups.values().stream().anyMatch(group -> group.group().repeat() != null);
  }

  private void compile(
      List<Node> nodes,
      String prefix,
      @Nullable CompiledGroup above,
      References places,
      Map<String, Set<String>> uses) {
    for (Node node : nodes) {
      String path = prefix + node.name();
      Set<String> used = new LinkedHashSet<>();
      if (above != null) {
        used.add(above.path());
      }
      uses.put(path, used);
      var read = new Reading(path, places, used);
      switch (node) {
        case Group group -> {
          Group.@Nullable Repeat repeat = group.repeat();
          var compiled =
              new CompiledGroup(
                  path,
                  group,
                  read.field("relevant", group.relevant()),
                  repeat == null ? null : read.field("repeat", repeat.count()),
                  above);
          groups.put(path, compiled);
          compile(group.children(), path + "/", compiled, places, uses);
        }
        case Item item -> items.put(path, item(path, item, above, read));
      }
    }
  }

  /// Constraints and requirements look at answers that are there; only relevance and calculations
  /// can wait for each other.
  private CompiledItem item(
      String path, Item item, @Nullable CompiledGroup above, Reading waiting) {
    var looking = new Reading(path, waiting.places(), new HashSet<>());
    Map<String, Choice> choices = new LinkedHashMap<>();
    definition.choicesOf(item).forEach(choice -> choices.put(choice.name(), choice));
    return new CompiledItem(
        path,
        item,
        above,
        waiting.field("relevant", item.relevant()),
        looking.field("required", item.required()),
        looking.field("constraint", item.constraint()),
        waiting.field("calculation", item.calculation()),
        looking.field("choiceFilter", item.choiceFilter()),
        choices);
  }

  /// Reads the expressions of one node and notes what they refer to.
  private record Reading(String path, References places, Set<String> used) {
    @Nullable Expression field(String name, @Nullable String text) {
      if (text == null) {
        return null;
      }
      boolean overColumns = name.equals("choiceFilter");
      try {
        return Expression.parse(
            text,
            written -> {
              String found = places.find(written, path, overColumns);
              used.add(found);
              return found;
            });
      } catch (ExpressionFault fault) {
        throw new ReadDefinition.Fault(
            "items/" + path + ", " + name, String.valueOf(fault.getMessage()));
      }
    }
  }

  private static void refuseCycles(Map<String, Set<String>> uses) {
    Set<String> done = new HashSet<>();
    for (String path : uses.keySet()) {
      follow(path, uses, new ArrayList<>(), done);
    }
  }

  private static void follow(
      String path, Map<String, Set<String>> uses, List<String> way, Set<String> done) {
    if (done.contains(path)) {
      return;
    }
    if (way.contains(path)) {
      throw new ReadDefinition.Fault(
          "items/" + path,
          "it waits for itself: " + String.join(" → ", way.subList(way.indexOf(path), way.size())));
    }
    way.add(path);
    for (String next : uses.getOrDefault(path, Set.of())) {
      follow(next, uses, way, done);
    }
    way.removeLast();
    done.add(path);
  }
}
