package cabildo.instruments;

import cabildo.kernel.LocalText;
import org.jspecify.annotations.Nullable;

/// A part of the tree of an instrument: a group of others, or an item that is answered.
public sealed interface Node permits Group, Item {
  /// A word of letters, digits and `_`, unique among its siblings.
  String name();

  /// Absent where nothing is shown, as for a calculation.
  @Nullable LocalText label();

  /// The condition under which it is asked; absent = always. See `cabildo.instruments.expressions`.
  @Nullable String relevant();
}
