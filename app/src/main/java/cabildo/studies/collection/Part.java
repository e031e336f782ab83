package cabildo.studies.collection;

import cabildo.instruments.Item;
import cabildo.kernel.Lang;
import cabildo.kernel.LocalText.Reading;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands on a page of a questionnaire, in order.
public sealed interface Part {

  /// The title of a group within the page.
  record Heading(Reading text) implements Part {}

  /// Where one turn of a repeated group begins.
  ///
  /// @param path as in `requests[2]`
  record Turn(String path, int number, Reading label, boolean mayRemove) implements Part {}

  /// Where another turn may be added.
  ///
  /// @param path of the group, as in `requests`
  record More(String path, Reading label) implements Part {}

  /// An item as it is asked or shown.
  ///
  /// @param path with the number of each turn; it names the field
  /// @param label in the language that was asked for, or in the original
  record Question(
      String path,
      Item item,
      @Nullable Reading label,
      @Nullable Reading hint,
      List<Option> options,
      boolean isRequired,
      String value)
      implements Part {

    public boolean isSelect() {
      boolean isLong = options.size() > MOST_RADIOS;
      return isLong || "minimal".equals(item.appearance());
    }

    public boolean isField() {
      return item.type().isAsked();
    }
  }

  int MOST_RADIOS = 15;

  /// @param name the value
  record Option(String name, Reading label) {}

  /// A text that the reader may find in another language than was asked for.
  static boolean fellBack(Reading text, Lang wanted) {
    return !text.lang().equals(wanted);
  }
}
