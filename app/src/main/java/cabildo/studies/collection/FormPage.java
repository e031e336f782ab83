package cabildo.studies.collection;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.Node;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.LocalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a questionnaire: a group at its top, or the items that stand there between groups.
///
/// @param number counted from 1
/// @param group absent for a page of items without a group
/// @param nodes what stands on it: the group itself, or the items
public record FormPage(int number, @Nullable Group group, List<Node> nodes) {

  public FormPage {
    nodes = List.copyOf(nodes);
  }

  /// All pages that ask something.
  public static List<FormPage> of(Definition definition) {
    List<FormPage> pages = new ArrayList<>();
    List<Node> loose = new ArrayList<>();
    for (Node node : definition.children()) {
      switch (node) {
        case Item item -> loose.add(item);
        case Group group -> {
          add(pages, null, loose);
          add(pages, group, List.of(group));
        }
      }
    }
    add(pages, null, loose);
    return List.copyOf(pages);
  }

  private static void add(List<FormPage> pages, @Nullable Group group, List<Node> nodes) {
    if (nodes.stream().anyMatch(FormPage::isShown)) {
      pages.add(new FormPage(pages.size() + 1, group, nodes));
    }
    if (group == null) {
      nodes.clear();
    }
  }

  private static boolean isShown(Node node) {
    return switch (node) {
      case Item item -> isShown(item);
      case Group group -> group.children().stream().anyMatch(FormPage::isShown);
    };
  }

  /// Whether an item stands on a page: it is shown or asked, and its answer is not known before
  /// (who agreed on the first page, and where the invited person lives).
  static boolean isShown(Item item) {
    boolean isKnown = "consent".equals(item.use()) || "territory".equals(item.use());
    boolean isVisible = item.type().isAsked() || item.type() == cabildo.instruments.ItemType.NOTE;
    return isVisible && !isKnown && item.calculation() == null;
  }

  public @Nullable LocalText title() {
    return group == null ? null : group.label();
  }

  /// Whether the item, at its place in the questionnaire, stands on this page.
  boolean holds(PlacedItem placed) {
    Node top = placed.within().isEmpty() ? placed.item() : placed.within().getFirst();
    return nodes.contains(top) && isShown(placed.item());
  }
}
