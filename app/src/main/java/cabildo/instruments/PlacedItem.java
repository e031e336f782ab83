package cabildo.instruments;

import java.util.List;

/// An item at its place in the tree.
///
/// @param path names from the top with `/` between, as in `identity/age`; this names the item in
///   answers, sheets and rules. Within a repeat an answer's path carries the number of its turn:
///   `requests[2]/days`
/// @param within the groups around it, outermost first
public record PlacedItem(String path, Item item, List<Group> within) {

  public PlacedItem {
    within = List.copyOf(within);
  }

  public boolean isRepeated() {
    return within.stream().anyMatch(group -> group.repeat() != null);
  }
}
