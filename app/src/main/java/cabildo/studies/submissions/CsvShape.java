package cabildo.studies.submissions;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Which columns the answers of a form become, named as users of ODK Central know them:
/// `identity-age`, `where-Latitude`. A group that repeats is a table of its own, whose rows name
/// the row that they belong to.
///
/// @param group the path of the repeated group; empty for the submissions themselves
record CsvShape(String group, List<Column> columns) {
  private static final List<String> POINT =
      List.of("Latitude", "Longitude", "Altitude", "Accuracy");

  /// @param path of the item, within the group
  /// @param part which part of a point, or -1
  /// @param choice whether this one was chosen; empty for the value itself
  /// @param isWords whether people write it freely
  record Column(String name, String path, int part, String choice, boolean isWords) {}

  /// @param split whether each choice of a multiple choice is a column too, with 1 and 0
  static Optional<CsvShape> of(Definition definition, String group, boolean split) {
    List<Column> columns = new ArrayList<>();
    boolean isThere = group.isEmpty();
    for (PlacedItem placed : definition.items()) {
      String repeat = repeat(placed);
      isThere |= repeat.equals(group);
      boolean isTime =
          placed.item().type() == ItemType.START || placed.item().type() == ItemType.END;
      if (repeat.equals(group) && placed.item().type() != ItemType.NOTE && !isTime) {
        add(columns, definition, placed, group, split);
      }
    }
    return isThere ? Optional.of(new CsvShape(group, List.copyOf(columns))) : Optional.empty();
  }

  /// The paths of groups that repeat and have items of their own.
  static List<String> repeats(Definition definition) {
    return definition.items().stream()
        .map(CsvShape::repeat)
        .filter(path -> !path.isEmpty())
        .distinct()
        .toList();
  }

  /// The path of the innermost repeated group around an item; empty when there is none.
  private static String repeat(PlacedItem placed) {
    String repeat = "";
    var path = new StringBuilder();
    for (var within : placed.within()) {
      path.append(path.isEmpty() ? "" : "/").append(within.name());
      if (within.repeat() != null) {
        repeat = path.toString();
      }
    }
    return repeat;
  }

  private static void add(
      List<Column> columns, Definition definition, PlacedItem placed, String group, boolean split) {
    String path = group.isEmpty() ? placed.path() : placed.path().substring(group.length() + 1);
    String name = path.replace('/', '-');
    ItemType type = placed.item().type();
    if (type == ItemType.GEOPOINT) {
      for (int part = 0; part < POINT.size(); part++) {
        columns.add(new Column(name + "-" + POINT.get(part), path, part, "", false));
      }
      return;
    }
    boolean isWords =
        switch (type) {
          case TEXT, BARCODE, HIDDEN, CALCULATE, DEVICEID, USERNAME, PHONENUMBER, EMAIL -> true;
          default -> false;
        };
    columns.add(new Column(name, path, -1, "", isWords));
    if (split && type == ItemType.SELECT_MULTIPLE) {
      for (Choice choice : definition.choicesOf(placed.item())) {
        columns.add(new Column(name + "/" + choice.name(), path, -1, choice.name(), false));
      }
    }
  }

  /// The cells of a row.
  ///
  /// @param prefix before the path of each answer: the turn of the group
  /// @param cell takes the value and whether people write it freely
  void cells(Map<String, String> answers, String prefix, BiConsumer<String, Boolean> cell) {
    for (Column column : columns) {
      String value = answers.getOrDefault(prefix + column.path(), "");
      cell.accept(shown(column, value), column.isWords());
    }
  }

  private static String shown(Column column, String value) {
    if (value.isEmpty()) {
      return "";
    }
    if (column.part() >= 0) {
      String[] parts = value.split(" ", -1);
      return column.part() < parts.length ? parts[column.part()] : "";
    }
    if (column.choice().isEmpty()) {
      return value;
    }
    return (" " + value + " ").contains(" " + column.choice() + " ") ? "1" : "0";
  }
}
