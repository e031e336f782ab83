package cabildo.studies.assessments;

import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.LocalText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the questionnaire: a group at the top of the instrument, or what stands before the
/// groups.
///
/// @param number from 1
/// @param items that are shown, in order
public record Section(int number, LocalText title, List<PlacedItem> items) {

  public Section {
    items = List.copyOf(items);
  }

  /// Sections without anything to show are left out.
  static List<Section> of(Definition form) {
    List<PlacedItem> shown =
        form.items().stream().filter(placed -> isShown(placed.item().type())).toList();
    List<Section> sections = new ArrayList<>();
    add(sections, form.title(), shown.stream().filter(one -> one.within().isEmpty()).toList());
    form.children().stream()
        .filter(Group.class::isInstance)
        .map(Group.class::cast)
        .forEach(group ->
            add(
                sections,
                group.label() == null ? form.title() : group.label(),
                shown.stream().filter(one -> isIn(one, group)).toList()));
    return List.copyOf(sections);
  }

  public List<PlacedItem> asked() {
    return items.stream().filter(placed -> placed.item().type().isAsked()).toList();
  }

  private static boolean isIn(PlacedItem placed, Group group) {
    return !placed.within().isEmpty() && placed.within().getFirst().name().equals(group.name());
  }

  private static boolean isShown(ItemType type) {
    return type.isAsked() || type == ItemType.NOTE;
  }

  private static void add(
      List<Section> sections, @Nullable LocalText title, List<PlacedItem> items) {
    if (title != null && !items.isEmpty()) {
      sections.add(new Section(sections.size() + 1, title, items));
    }
  }
}
