package cabildo.studies.submissions;

import cabildo.instruments.Choice;
import cabildo.instruments.Definition;
import cabildo.instruments.Item;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.LocalText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers as people read them: the words of the form for each path and choice.
public final class ReadOut {
  private ReadOut() {}

  /// @param path with its turns
  /// @param question absent for what is not shown, or for what the form does not know
  /// @param chosen the labels of choices; empty for every other kind of answer
  /// @param value as it was given
  public record Line(
      String path, @Nullable LocalText question, List<LocalText> chosen, String value) {}

  /// In the order of the form; what the form does not know comes last.
  static List<Line> of(Definition definition, Map<String, String> answers) {
    Map<String, PlacedItem> items = new HashMap<>();
    Map<String, Integer> order = new HashMap<>();
    for (PlacedItem placed : definition.items()) {
      order.put(placed.path(), order.size());
      items.put(placed.path(), placed);
    }
    return answers.entrySet().stream()
        .sorted((a, b) -> {
          int byPlace =
              Integer.compare(
                  order.getOrDefault(plain(a.getKey()), Integer.MAX_VALUE),
                  order.getOrDefault(plain(b.getKey()), Integer.MAX_VALUE));
          return byPlace != 0 ? byPlace : a.getKey().compareTo(b.getKey());
        })
        .map(entry -> line(definition, items, entry))
        .toList();
  }

  private static Line line(
      Definition definition, Map<String, PlacedItem> items, Map.Entry<String, String> entry) {
    PlacedItem placed = items.get(plain(entry.getKey()));
    if (placed == null) {
      return new Line(entry.getKey(), null, List.of(), entry.getValue());
    }
    Item item = placed.item();
    List<LocalText> chosen =
        item.type().isChoice()
            ? labels(definition.choicesOf(item), entry.getValue())
            : List.<LocalText>of();
    return new Line(entry.getKey(), item.label(), chosen, entry.getValue());
  }

  private static List<LocalText> labels(List<Choice> choices, String value) {
    return Arrays.stream(value.split(" ", -1))
        .flatMap(name -> choices.stream().filter(choice -> choice.name().equals(name)).limit(1))
        .map(Choice::label)
        .toList();
  }

  /// `requests[2]/days` becomes `requests/days`.
  static String plain(String path) {
    return path.indexOf('[') < 0 ? path : path.replaceAll("\\[[0-9]+]", "");
  }
}
