package cabildo.studies.openrosa;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Group;
import cabildo.instruments.Item;
import cabildo.instruments.ItemType;
import cabildo.instruments.Node;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.LocalText;
import cabildo.studies.openrosa.PhoneForm.Place;
import cabildo.studies.openrosa.PhoneForm.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The instrument with what phones show beside it.
final class PhoneDefinition {
  static final String GROUP = "cabildo_interview";
  private static final String UNITS = "cabildo_units";

  private PhoneDefinition() {}

  /// With units the municipality is not asked, unless the form's own rules speak of it.
  static Definition of(Definition own, List<Place> places, Words words) {
    PlacedItem item = places.isEmpty() ? null : territory(own);
    @Nullable String territory = item == null || isReferred(own, item) ? null : item.path();
    List<Node> children = new ArrayList<>();
    if (words.notice() != null || !places.isEmpty()) {
      children.add(front(own, places, words));
    }
    children.addAll(changed(own.children(), "", territory, words));
    Map<String, List<Choice>> choices = new HashMap<>(own.choices());
    if (!places.isEmpty()) {
      choices.put(UNITS, places.stream().map(place -> choice(own, place)).toList());
    }
    return new Definition(own.title(), own.languages(), choices, children);
  }

  private static Choice choice(Definition own, Place place) {
    LocalText label =
        LocalText.of(own.original(), "%s (%d)".formatted(place.name(), place.number()));
    return new Choice(String.valueOf(place.number()), label, Map.of(), Map.of());
  }

  /// The item that names the municipality; absent when there is none.
  static @Nullable PlacedItem territory(Definition own) {
    return own.used("territory").stream()
        .filter(item -> !item.isRepeated())
        .findFirst()
        .orElse(null);
  }

  private static Group front(Definition own, List<Place> places, Words words) {
    List<Node> items = new ArrayList<>();
    LocalText notice = words.notice();
    if (notice != null) {
      items.add(item("notice", ItemType.NOTE, notice, null, null, null));
      items.add(
          item("notice_number", ItemType.HIDDEN, null, null, null, "" + words.noticeNumber()));
    }
    if (!places.isEmpty()) {
      String only = places.size() == 1 ? String.valueOf(places.getFirst().number()) : null;
      items.add(
          item("sampled_unit", ItemType.SELECT_ONE, words.unit(), words.unitHint(), UNITS, only));
    }
    return new Group(GROUP, own.title(), null, null, null, items);
  }

  private static Item item(
      String name,
      ItemType type,
      @Nullable LocalText label,
      @Nullable LocalText hint,
      @Nullable String choices,
      @Nullable String value) {
    return new Item(
        name,
        type,
        label,
        hint,
        null,
        choices,
        null,
        null,
        choices == null ? null : "true()",
        null,
        null,
        null,
        null,
        value,
        false,
        choices == null ? null : "minimal",
        Map.of(),
        Map.of(),
        null);
  }

  /// The instrument's own questions: without the one that the unit answers, and with consent as a
  /// condition.
  private static List<Node> changed(
      List<Node> nodes, String prefix, @Nullable String territory, Words words) {
    List<Node> changed = new ArrayList<>();
    for (Node node : nodes) {
      String path = prefix + node.name();
      switch (node) {
        case Group group -> {
          List<Node> inside = changed(group.children(), path + "/", territory, words);
          if (!inside.isEmpty()) {
            changed.add(
                new Group(
                    group.name(),
                    group.label(),
                    group.relevant(),
                    group.repeat(),
                    group.appearance(),
                    inside));
          }
        }
        case Item item when path.equals(territory) -> {}
        case Item item -> changed.add("consent".equals(item.use()) ? consent(item, words) : item);
      }
    }
    return changed;
  }

  private static Item consent(Item item, Words words) {
    return new Item(
        item.name(),
        item.type(),
        item.label(),
        item.hint(),
        item.guidance(),
        item.choices(),
        item.choiceFilter(),
        item.relevant(),
        "true()",
        item.requiredMessage(),
        ". = 'yes'",
        words.consentNeeded(),
        item.calculation(),
        item.defaultValue(),
        item.readOnly(),
        item.appearance(),
        item.parameters(),
        item.media(),
        item.use());
  }

  /// Whether an expression of the form speaks of an item.
  private static boolean isReferred(Definition definition, PlacedItem wanted) {
    String name = wanted.item().name();
    return expressions(definition.children()).stream().anyMatch(text -> text.contains(name));
  }

  private static List<String> expressions(List<Node> nodes) {
    List<@Nullable String> all = new ArrayList<>();
    for (Node node : nodes) {
      all.add(node.relevant());
      switch (node) {
        case Group group -> {
          Group.@Nullable Repeat repeat = group.repeat();
          all.add(repeat == null ? null : repeat.count());
          all.addAll(expressions(group.children()));
        }
        case Item item -> {
          all.add(item.choiceFilter());
          all.add(item.required());
          all.add(item.constraint());
          all.add(item.calculation());
          all.add(item.defaultValue());
          all.addAll(words(item.label()));
          all.addAll(words(item.hint()));
        }
      }
    }
    List<String> there = new ArrayList<>();
    for (@Nullable String one : all) {
      if (one != null) {
        there.add(one);
      }
    }
    return there;
  }

  private static List<String> words(@Nullable LocalText text) {
    return text == null ? List.of() : List.copyOf(text.texts().values());
  }
}
