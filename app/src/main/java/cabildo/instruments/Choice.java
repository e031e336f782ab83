package cabildo.instruments;

import cabildo.kernel.LocalText;
import java.util.Map;

/// One option of a list.
///
/// @param name the value; without white space
/// @param media kind (`image`, `audio`, `video`) to file name
/// @param columns further columns, for choice filters: `state` to `15`
public record Choice(
    String name, LocalText label, Map<String, String> media, Map<String, String> columns) {

  public Choice {
    media = Map.copyOf(media);
    columns = Map.copyOf(columns);
  }
}
