package cabildo.instruments;

import cabildo.kernel.Lang;
import cabildo.kernel.LocalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The side of an instrument that is asked: its tree, and the lists of choices it uses.
///
/// @param languages in which its texts are written, the original first
/// @param choices the lists by name
/// @param children the top of the tree
public record Definition(
    LocalText title, List<Lang> languages, Map<String, List<Choice>> choices, List<Node> children) {

  public Definition {
    languages = List.copyOf(languages);
    choices = Map.copyOf(choices);
    children = List.copyOf(children);
  }

  public Lang original() {
    return languages.getFirst();
  }

  /// All items in the order in which they are asked, those that are not shown too.
  public List<PlacedItem> items() {
    List<PlacedItem> items = new ArrayList<>();
    collect(children, "", List.of(), items);
    return items;
  }

  public Optional<PlacedItem> find(String path) {
    return items().stream().filter(placed -> placed.path().equals(path)).findFirst();
  }

  /// Items with a use (`cell`, `territory`, `consent`), in order.
  public List<PlacedItem> used(String use) {
    return items().stream().filter(placed -> use.equals(placed.item().use())).toList();
  }

  /// The choices of an item; empty for what is not chosen.
  public List<Choice> choicesOf(Item item) {
    return item.choices() == null ? List.of() : choices.getOrDefault(item.choices(), List.of());
  }

  private static void collect(
      List<Node> nodes, String above, List<Group> within, List<PlacedItem> items) {
    for (Node node : nodes) {
      String path = above + node.name();
      switch (node) {
        case Item item -> items.add(new PlacedItem(path, item, within));
        case Group group -> {
          List<Group> inside = new ArrayList<>(within);
          inside.add(group);
          collect(group.children(), path + "/", inside, items);
        }
      }
    }
  }
}
