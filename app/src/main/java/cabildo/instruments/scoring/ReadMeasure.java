package cabildo.instruments.scoring;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.instruments.scoring.Measure.Counting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a measure and holds it against the items that it is taken of.
///
/// @param group the repeated group within which it is taken; absent outside
record ReadMeasure(Definition form, @Nullable String group) {
  private static final Set<ItemType> NUMBERS =
      Set.of(
          ItemType.INTEGER,
          ItemType.DECIMAL,
          ItemType.RANGE,
          ItemType.CALCULATE,
          ItemType.HIDDEN,
          ItemType.SELECT_ONE);
  private static final Set<ItemType> DATES =
      Set.of(ItemType.DATE, ItemType.DATETIME, ItemType.CALCULATE);

  Measure of(Fields from) {
    String kind = from.word("measure");
    return switch (kind == null ? "table" : kind) {
      case "table" -> table(from);
      case "multiple" -> multiple(from);
      case "graded" ->
          new Measure.Graded(
              item(from, "item", NUMBERS), positive(from, "max", from.number("max")));
      case "number" -> new Measure.Numeric(item(from, "item", NUMBERS), curve(from));
      case "days" ->
          new Measure.Days(
              item(from, "from", DATES),
              item(from, "to", DATES),
              from.is("working", false),
              curve(from));
      case "parts" -> parts(from);
      case "repeated" -> repeated(from);
      case "imported" ->
          new Measure.Imported(
              item(from, "item", NUMBERS),
              from.number("min", BigDecimal.ZERO),
              from.number("max", BigDecimal.ONE));
      default -> throw from.fault("there is no measure '" + kind + "'");
    };
  }

  private Measure table(Fields from) {
    String path = item(from, "item", Set.of(ItemType.SELECT_ONE));
    Map<String, Absence> absences = absences(from, path);
    return new Measure.Table(path, values(from, path, absences), absences);
  }

  private Measure multiple(Fields from) {
    String path = item(from, "item", Set.of(ItemType.SELECT_MULTIPLE));
    Map<String, Absence> absences = absences(from, path);
    return new Measure.Multiple(
        path,
        from.one("count", Counting.class, Counting.SUM),
        values(from, path, absences),
        absences,
        from.number("cap"));
  }

  private Measure parts(Fields from) {
    List<Measure> parts = from.in("parts").elements().stream().map(this::of).toList();
    if (parts.isEmpty()) {
      throw from.fault("it has no parts");
    }
    return new Measure.Parts(
        parts,
        from.one("reduce", Reducer.class, Reducer.MEAN),
        from.has("max") ? positive(from, "max", from.number("max")) : null);
  }

  private Measure repeated(Fields from) {
    String path = from.needed("group");
    boolean isThere =
        group == null
            && form.items().stream()
                .anyMatch(placed ->
                    placed.path().startsWith(path + "/")
                        && placed.within().stream()
                            .filter(one -> one.repeat() != null)
                            .map(Group::name)
                            .anyMatch(name -> path.equals(name) || path.endsWith("/" + name)));
    if (!isThere) {
      throw from.fault("'" + path + "' is no repeated group, or is within another");
    }
    return new Measure.Repeated(
        path,
        new ReadMeasure(form, path).of(from.in("each")),
        from.one("reduce", Reducer.class, Reducer.MEAN));
  }

  private String item(Fields from, String name, Set<ItemType> types) {
    String path = from.needed(name);
    PlacedItem placed =
        form.find(path)
            .orElseThrow(() -> from.fault("there is no item '" + path + "' to be scored"));
    if (!types.contains(placed.item().type())) {
      throw from.fault("'" + path + "' is of type " + placed.item().type().code());
    }
    long repeats = placed.within().stream().filter(one -> one.repeat() != null).count();
    boolean isInPlace = group == null ? repeats == 0 : repeats == 1 && path.startsWith(group + "/");
    if (!isInPlace) {
      throw from.fault(
          group == null
              ? "'" + path + "' is asked in turns and needs the measure 'repeated'"
              : "'" + path + "' is not of the turns of '" + group + "'");
    }
    return path;
  }

  private List<Choice> choices(String path) {
    Item item = form.find(path).orElseThrow().item();
    return form.choicesOf(item);
  }

  private Map<String, Absence> absences(Fields from, String path) {
    Map<String, Absence> absences = new HashMap<>();
    for (Choice choice : choices(path)) {
      String state = choice.columns().get("state");
      if (state != null && !state.isEmpty()) {
        absences.put(choice.name(), from.constant(state, Absence.class));
      }
    }
    return absences;
  }

  /// The table of the rule, else the column `score` of the list; each choice has its number.
  private Map<String, BigDecimal> values(Fields from, String path, Map<String, Absence> absences) {
    Map<String, BigDecimal> values = new HashMap<>();
    for (Choice choice : choices(path)) {
      if (!absences.containsKey(choice.name())) {
        values.put(choice.name(), value(from, choice));
      }
    }
    Set<String> unknown =
        from.in("values").members().keySet().stream()
            .filter(name -> !values.containsKey(name))
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      throw from.fault("its list has no choices " + unknown);
    }
    return values;
  }

  private static BigDecimal value(Fields from, Choice choice) {
    if (from.has("values")) {
      if (!from.in("values").has(choice.name())) {
        throw from.fault("the choice '" + choice.name() + "' has no value");
      }
      return from.in("values").in(choice.name()).number();
    }
    String score = choice.columns().getOrDefault("score", "");
    BigDecimal number = Answers.number(score.strip());
    if (number == null) {
      throw from.fault("the choice '" + choice.name() + "' has neither score nor state");
    }
    return number;
  }

  private static Curve curve(Fields from) {
    List<Curve.Point> points = new ArrayList<>();
    for (Fields point : from.in("points").elements()) {
      List<Fields> pair = point.elements();
      if (pair.size() != 2) {
        throw point.fault("a point is a pair: the number, and its value");
      }
      var read = new Curve.Point(pair.getFirst().number(), pair.getLast().number());
      if (!points.isEmpty() && points.getLast().at().compareTo(read.at()) >= 0) {
        throw point.fault("points follow each other from the smallest number to the largest");
      }
      points.add(read);
    }
    if (points.isEmpty()) {
      throw from.fault("it needs points");
    }
    return new Curve(from.is("steps", false), points);
  }

  private static BigDecimal positive(Fields from, String name, @Nullable BigDecimal number) {
    if (number == null || number.signum() <= 0) {
      throw from.fault("'" + name + "' must be above zero");
    }
    return number;
  }
}
