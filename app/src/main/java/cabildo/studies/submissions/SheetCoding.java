package cabildo.studies.submissions;

import cabildo.instruments.Choice;
import cabildo.instruments.CompiledForm;
import cabildo.instruments.Definition;
import cabildo.instruments.Filling;
import cabildo.instruments.ItemType;
import cabildo.instruments.PlacedItem;
import cabildo.kernel.Lang;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the answers of a form become one byte for each coded item, and a class for weighting.
///
/// A single choice is coded by its place in the list, from 0; of a multiple choice every choice is
/// an item of its own, 0 or 1; a whole number from 0 to 200 is itself. Choices with a column
/// `state` (does not know, refused, …) keep their code, and are known as states. Free texts, dates
/// and whatever lies in a repeat are not coded.
public final class SheetCoding {
  public static final int NOT_ASKED = 250;
  public static final int NO_ANSWER = 251;

  /// A value that has no code, as a number above 200.
  public static final int OTHER = 254;

  /// The item that stands for the sheets themselves in tallies, with code 0.
  public static final int SHEETS = -1;

  private static final int LARGEST_NUMBER = 200;
  private static final int MOST_CHOICES = 250;
  private static final OffsetDateTime NO_TIME =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final CompiledForm form;
  private final List<CodedItem> items;
  private final List<PlacedItem> cellItems;
  private final Set<String> notAsked;

  /// One byte of a sheet.
  ///
  /// @param number its place, from 0
  /// @param path of the item; of a multiple choice with the choice after it: `used/web`
  /// @param choice the one choice of a multiple choice that it codes
  /// @param choices of a single choice, in the order of their codes; empty for numbers
  public record CodedItem(
      int number, String path, PlacedItem item, @Nullable Choice choice, List<Choice> choices) {

    /// The state that a code says, as `unknown`; null for an answer.
    public @Nullable String state(int code) {
      return code < choices.size() ? choices.get(code).columns().get("state") : null;
    }
  }

  private SheetCoding(CompiledForm form) {
    this.form = form;
    Definition definition = form.definition();
    this.items = coded(definition);
    this.cellItems = definition.used("cell");
    this.notAsked =
        definition.items().stream()
            .filter(placed -> !placed.item().type().isAsked())
            .map(PlacedItem::path)
            .collect(Collectors.toUnmodifiableSet());
  }

  public static SheetCoding of(CompiledForm form) {
    return new SheetCoding(form);
  }

  private static List<CodedItem> coded(Definition definition) {
    List<CodedItem> coded = new ArrayList<>();
    for (PlacedItem placed : definition.items()) {
      List<Choice> choices = definition.choicesOf(placed.item());
      if (placed.isRepeated() || choices.size() > MOST_CHOICES) {
        continue;
      }
      switch (placed.item().type()) {
        case SELECT_ONE ->
            coded.add(new CodedItem(coded.size(), placed.path(), placed, null, choices));
        case SELECT_MULTIPLE ->
            choices.forEach(choice ->
                coded.add(
                    new CodedItem(
                        coded.size(),
                        placed.path() + "/" + choice.name(),
                        placed,
                        choice,
                        List.of())));
        case INTEGER, RANGE ->
            coded.add(new CodedItem(coded.size(), placed.path(), placed, null, List.of()));
        default -> {}
      }
    }
    return List.copyOf(coded);
  }

  public Definition definition() {
    return form.definition();
  }

  public List<CodedItem> items() {
    return items;
  }

  /// Paths of what nobody answers: computed, or noted by the device.
  Set<String> notAsked() {
    return notAsked;
  }

  /// Items whose choices make up the class of a respondent, the first counting slowest.
  public List<PlacedItem> cellItems() {
    return cellItems;
  }

  /// How many classes there are; each item has one more for who did not say.
  public int cells() {
    int cells = 1;
    for (PlacedItem item : cellItems) {
      cells *= form.definition().choicesOf(item.item()).size() + 1;
    }
    return cells;
  }

  public int cell(Map<String, String> answers) {
    int cell = 0;
    for (PlacedItem item : cellItems) {
      List<Choice> choices = form.definition().choicesOf(item.item());
      int code = index(choices, answers.getOrDefault(item.path(), ""));
      cell = cell * (choices.size() + 1) + (code < 0 ? choices.size() : code);
    }
    return cell;
  }

  /// The choice of each item of a cell, in the order of `cellItems`; null for who did not say.
  public List<@Nullable Choice> ofCell(int cell) {
    @Nullable Choice[] parts = new Choice[cellItems.size()];
    int left = cell;
    for (int i = parts.length - 1; i >= 0; i--) {
      List<Choice> choices = form.definition().choicesOf(cellItems.get(i).item());
      int code = left % (choices.size() + 1);
      left /= choices.size() + 1;
      parts[i] = code < choices.size() ? choices.get(code) : null;
    }
    return java.util.Arrays.asList(parts);
  }

  /// A byte for each coded item.
  public byte[] encode(Map<String, String> answers) {
    Filling filling = Filling.of(form, answers, NO_TIME, Lang.ES);
    byte[] codes = new byte[items.size()];
    for (CodedItem item : items) {
      String path = item.item().path();
      int code = filling.isRelevant(path) ? code(item, answers.getOrDefault(path, "")) : NOT_ASKED;
      codes[item.number()] = (byte) code;
    }
    return codes;
  }

  private static int code(CodedItem item, String value) {
    if (value.isEmpty()) {
      return NO_ANSWER;
    }
    Choice choice = item.choice();
    if (choice != null) {
      return (" " + value + " ").contains(" " + choice.name() + " ") ? 1 : 0;
    }
    if (item.item().item().type() == ItemType.SELECT_ONE) {
      int code = index(item.choices(), value);
      return code < 0 ? OTHER : code;
    }
    return value.matches("[0-9]{1,3}") && Integer.parseInt(value) <= LARGEST_NUMBER
        ? Integer.parseInt(value)
        : OTHER;
  }

  private static int index(List<Choice> choices, String name) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
