package cabildo.instruments.xlsform;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the elements of an instance mean: made once for a version, asked for every submission.
public final class InstanceShape {
  /// How an XForm counts the turns of `requests`: in an element `requests_count` beside it.
  static final String COUNT = "_count";

  private final Element root;
  private final @Nullable String audit;

  /// @param path with the turns left out
  /// @param type absent for a group
  /// @param isCount whether it only counts the turns of a repeat
  record Element(
      String path,
      boolean isRepeat,
      boolean isRepeated,
      boolean isCount,
      @Nullable ItemType type,
      Map<String, Element> children) {}

  private InstanceShape(Element root, @Nullable String audit) {
    this.root = root;
    this.audit = audit;
  }

  public static InstanceShape of(Definition definition) {
    Map<String, Element> children = children(definition.children(), "", false);
    String audit =
        definition.items().stream()
            .filter(placed -> placed.item().type() == ItemType.AUDIT)
            .map(placed -> placed.path())
            .findFirst()
            .orElse(null);
    return new InstanceShape(new Element("", false, false, false, null, children), audit);
  }

  Element root() {
    return root;
  }

  /// The item that the client's own log of the interview answers; it lies in `meta`.
  @Nullable String audit() {
    return audit;
  }

  private static Map<String, Element> children(
      List<Node> nodes, String prefix, boolean isRepeated) {
    Map<String, Element> children = new HashMap<>();
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Item item ->
            children.put(
                item.name(), new Element(path, false, isRepeated, false, item.type(), Map.of()));
        case Group group -> {
          Group.@Nullable Repeat repeat = group.repeat();
          boolean inside = isRepeated || repeat != null;
          children.put(
              group.name(),
              new Element(
                  path,
                  repeat != null,
                  isRepeated,
                  false,
                  null,
                  children(group.children(), path + "/", inside)));
          if (repeat != null && repeat.count() != null) {
            String name = group.name() + COUNT;
            children.putIfAbsent(
                name,
                new Element(prefix + name, false, isRepeated, true, ItemType.HIDDEN, Map.of()));
          }
        }
      }
    }
    return children;
  }
}
