package cabildo.instruments;

import cabildo.kernel.LocalText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section of an instrument, or a group within one. A group at the top is a page of the web form.
///
/// @param repeat absent for a group that is asked once
public record Group(
    String name,
    @Nullable LocalText label,
    @Nullable String relevant,
    @Nullable Repeat repeat,
    @Nullable String appearance,
    List<Node> children)
    implements Node {

  public Group {
    children = List.copyOf(children);
  }

  /// Asked as many times as the person wants, or as an expression says.
  ///
  /// @param count an expression; absent = as often as wanted
  public record Repeat(@Nullable String count) {}
}
